/** A file of Microsoft Project with fields of one's own: named, chosen from lists, called alike, and defined nowhere. */
export const mspdiFields = `<Project xmlns="http://schemas.microsoft.com/project">
<OutlineCodes><OutlineCode><FieldID>188744096</FieldID><FieldName>Outline Code1</FieldName><Alias>Trade</Alias>
<Values><Value><ValueID>1</ValueID><FieldGUID>G1</FieldGUID><ParentValueID>0</ParentValueID><Value>Civil</Value></Value>
<Value><ValueID>2</ValueID><FieldGUID>G2</FieldGUID><ParentValueID>1</ParentValueID><Value>Dredging</Value></Value></Values>
<Masks><Mask><Level>1</Level><Separator>-</Separator></Mask></Masks></OutlineCode></OutlineCodes>
<ExtendedAttributes>
<ExtendedAttribute><FieldID>188743731</FieldID><FieldName>Text1</FieldName><Alias>Berth</Alias></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743767</FieldID><FieldName>Number1</FieldName><Alias>Berth</Alias></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743734</FieldID><FieldName>Text2</FieldName><Alias>Permit</Alias>
<ValueList><Value><ID>7</ID><Value>Granted</Value></Value></ValueList></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743737</FieldID><FieldName>Text3</FieldName><Alias>WBS</Alias></ExtendedAttribute>
<ExtendedAttribute><FieldID>205520904</FieldID><FieldName>Text1</FieldName><SecondaryPID>255852547</SecondaryPID></ExtendedAttribute>
</ExtendedAttributes>
<Tasks><Task><UID>1</UID><Name>Dig</Name><WBS>1.1</WBS>
<ExtendedAttribute><FieldID>188743731</FieldID><Value>N1</Value></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743767</FieldID><Value>4.00</Value></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743734</FieldID><ValueID>7</ValueID></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743737</FieldID><Value>own</Value></ExtendedAttribute>
<ExtendedAttribute><FieldID>188743999</FieldID><Value>of no field</Value></ExtendedAttribute>
<OutlineCode><FieldID>188744096</FieldID><ValueGUID>G2</ValueGUID></OutlineCode></Task></Tasks>
<Resources><Resource><UID>5</UID><Name>Ada</Name><Type>1</Type>
<ExtendedAttribute><FieldID>205520904</FieldID><Value>Diver</Value></ExtendedAttribute></Resource></Resources>
<Assignments><Assignment><UID>9</UID><TaskUID>1</TaskUID><ResourceUID>5</ResourceUID>
<ExtendedAttribute><FieldID>255852547</FieldID><Value>night</Value></ExtendedAttribute></Assignment></Assignments></Project>`;
