/* Reference for the benches: integer time, no calendars. Reads a network as 32-bit integers: nodes, links, rounds, then
   from, to, type, lag (a link each) and duration. Prints the fewest milliseconds of rows and Kahn's order, of both
   passes, and a checksum of all dates. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int *array(int length) { return calloc((size_t)length + 1, sizeof(int)); }
static int *column(FILE *in, int length) {
  int *values = array(length);
  if (fread(values, sizeof(int), (size_t)length, in) != (size_t)length) exit(1);
  return values;
}
static double now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

int main(int argc, char **argv) {
  FILE *in = argc > 1 ? fopen(argv[1], "rb") : NULL;
  int head[3];
  if (in == NULL || fread(head, sizeof(int), 3, in) != 3) return 1;
  int n = head[0], m = head[1], rounds = head[2];
  int *from = column(in, m), *to = column(in, m), *type = column(in, m), *lag = column(in, m), *duration = column(in, n);
  int *pred = array(m), *pt = array(m), *pl = array(m), *succ = array(m), *st = array(m), *sl = array(m);
  int *rows = array(n + 1), *out = array(n + 1), *a = array(n), *b = array(n), *order = array(n), *wait = array(n);
  int *es = array(n), *ef = array(n), *ls = array(n), *lf = array(n);
  double build = 1e30, passes = 1e30;
  for (int round = 0; round < rounds; round++) {
    double begin = now();
    memset(rows, 0, sizeof(int) * ((size_t)n + 1));
    memset(out, 0, sizeof(int) * ((size_t)n + 1));
    for (int k = 0; k < m; k++) { rows[to[k] + 1]++; out[from[k] + 1]++; }
    for (int v = 0; v < n; v++) { wait[v] = rows[v + 1]; rows[v + 1] += rows[v]; out[v + 1] += out[v]; }
    memcpy(a, rows, sizeof(int) * (size_t)n);
    memcpy(b, out, sizeof(int) * (size_t)n);
    for (int k = 0; k < m; k++) {
      int p = a[to[k]]++, s = b[from[k]]++;
      pred[p] = from[k]; pt[p] = type[k]; pl[p] = lag[k];
      succ[s] = to[k]; st[s] = type[k]; sl[s] = lag[k];
    }
    int done = 0;
    for (int v = 0; v < n; v++) if (wait[v] == 0) order[done++] = v;
    for (int at = 0; at < done; at++) {
      int v = order[at];
      for (int k = out[v]; k < out[v + 1]; k++) if (--wait[succ[k]] == 0) order[done++] = succ[k];
    }
    double middle = now();
    if (done < n) return 1;
    int end = 0;
    for (int at = 0; at < n; at++) {
      int v = order[at], x = 0;
      for (int k = rows[v]; k < rows[v + 1]; k++) {
        int y = ((pt[k] & 1) ? es[pred[k]] : ef[pred[k]]) + pl[k] - (pt[k] > 1 ? duration[v] : 0);
        if (y > x) x = y;
      }
      es[v] = x;
      ef[v] = x + duration[v];
      if (ef[v] > end) end = ef[v];
    }
    for (int at = n - 1; at >= 0; at--) {
      int v = order[at], x = end;
      for (int k = out[v]; k < out[v + 1]; k++) {
        int y = (st[k] > 1 ? lf[succ[k]] : ls[succ[k]]) - sl[k] + ((st[k] & 1) ? duration[v] : 0);
        if (y < x) x = y;
      }
      lf[v] = x;
      ls[v] = x - duration[v];
    }
    double last = now();
    if (middle - begin < build) build = middle - begin;
    if (last - middle < passes) passes = last - middle;
  }
  unsigned sum = 0;
  for (int v = 0; v < n; v++) sum = ((sum * 31u + (unsigned)es[v]) * 31u + (unsigned)ls[v]);
  printf("{\"build\":%f,\"passes\":%f,\"sum\":%u}\n", build, passes, sum);
  return 0;
}
