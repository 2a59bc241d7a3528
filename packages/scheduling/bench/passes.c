/* Reference for the bench: compressed rows, Kahn's order, both passes, integer time, no calendars.
   Prints the fewest milliseconds of the passes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static unsigned state = 1;
static int pick(int limit) {
  state = state * 1664525u + 1013904223u;
  return (int)((double)state / 4294967296.0 * limit);
}
static int *array(int length) { return calloc((size_t)length + 1, sizeof(int)); }
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
  if (argc < 4) return 1;
  int n = atoi(argv[1]), m = atoi(argv[2]), rounds = atoi(argv[3]);
  int *from = array(m), *to = array(m), *type = array(m), *lag = array(m), *duration = array(n);
  for (int k = 0; k < m; k++) {
    from[k] = pick(n - 1);
    int room = n - 1 - from[k];
    to[k] = from[k] + 1 + pick(room < 1000 ? room : 1000);
    int dice = pick(10);
    type[k] = dice < 7 ? 0 : dice - 6;
    lag[k] = pick(10) < 3 ? pick(20) * 600 - 2400 : 0;
  }
  for (int v = 0; v < n; v++) duration[v] = 600 + pick(80) * 60;
  int *in = array(n + 1), *out = array(n + 1), *pred = array(m), *succ = array(m), *pt = array(m), *st = array(m), *pl = array(m), *sl = array(m), *a = array(n), *b = array(n);
  for (int k = 0; k < m; k++) { in[to[k] + 1]++; out[from[k] + 1]++; }
  for (int v = 0; v < n; v++) { in[v + 1] += in[v]; out[v + 1] += out[v]; }
  memcpy(a, in, sizeof(int) * n);
  memcpy(b, out, sizeof(int) * n);
  for (int k = 0; k < m; k++) {
    int p = a[to[k]]++, s = b[from[k]]++;
    pred[p] = from[k]; pt[p] = type[k]; pl[p] = lag[k];
    succ[s] = to[k]; st[s] = type[k]; sl[s] = lag[k];
  }
  int *es = array(n), *ef = array(n), *ls = array(n), *lf = array(n);
  double best = 1e30;
  for (int round = 0; round < rounds; round++) {
    double begin = now();
    int end = 0;
    for (int v = 0; v < n; v++) {
      int x = 0;
      for (int k = in[v]; k < in[v + 1]; k++) {
        int at = ((pt[k] & 1) ? es[pred[k]] : ef[pred[k]]) + pl[k] - (pt[k] > 1 ? duration[v] : 0);
        if (at > x) x = at;
      }
      es[v] = x;
      ef[v] = x + duration[v];
      if (ef[v] > end) end = ef[v];
    }
    for (int v = n - 1; v >= 0; v--) {
      int x = end;
      for (int k = out[v]; k < out[v + 1]; k++) {
        int at = (st[k] > 1 ? lf[succ[k]] : ls[succ[k]]) - sl[k] + ((st[k] & 1) ? duration[v] : 0);
        if (at < x) x = at;
      }
      lf[v] = x;
      ls[v] = x - duration[v];
    }
    double took = now() - begin;
    if (took < best) best = took;
  }
  printf("%f\n", best);
  return es[n - 1] == -1 || ls[0] == -12345;
}
