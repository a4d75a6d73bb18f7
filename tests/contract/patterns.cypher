// Queries that a researcher might run on the seed, one after each line with a semicolon. Both engines must give the same rows.
// `refused` stands before one that must be refused on both, `differs` before one whose rows are known to differ, with the words
// under which docs/patterns.md tells it. Rows are compared in order where the query has ORDER BY, else in any order.
;
MATCH (n:Entity) RETURN count(n)
;
MATCH ()-[r]->() RETURN count(r)
;
MATCH ()-[r]-() RETURN count(r)
;
MATCH (n:Entity) RETURN n.kind AS k, count(*) AS c ORDER BY c DESC, k
;
MATCH (a)-[r]->(b) RETURN type(r) AS t, count(*) AS c ORDER BY c DESC, t
;
MATCH (n:Institution)-[:ASKS]->(q) RETURN n.id, count(q) AS c ORDER BY c DESC, n.id
;
MATCH (n:Institution) OPTIONAL MATCH (n)-[:ASKS]->(q) RETURN n.id, count(q) AS c ORDER BY c DESC, n.id
;
MATCH (a:Institution)-[:ASKS]->(q)<-[:ASKS]-(b:Institution) WHERE a.id < b.id RETURN a.id, b.id, count(DISTINCT q) AS c ORDER BY c DESC, a.id, b.id
;
MATCH (a:Institution)-[:ASKS]->(q)-[:ABOUT]->(t)<-[:ABOUT]-(q2)<-[:ASKS]-(b) WHERE a<>b RETURN a.id,b.id,count(DISTINCT t) AS c ORDER BY c DESC,a.id,b.id
;
MATCH (n:Entity) WHERE n.year IS NULL RETURN count(n)
;
MATCH (n:Entity) WHERE n.year > 2018 RETURN count(n)
;
MATCH (n:Entity) WHERE NOT n.year > 2018 RETURN count(n)
;
MATCH (n:Entity) WHERE n.year <> 2020 RETURN count(n)
;
MATCH (n:Entity) WHERE n.year IN [2018,2019,null] RETURN count(n)
;
MATCH (n:Entity) WHERE NOT n.year IN [2018,null] RETURN count(n)
;
MATCH (n:Entity) RETURN n.year AS y, count(*) AS c ORDER BY y, c
;
MATCH (n:Entity) RETURN DISTINCT n.year AS y ORDER BY y DESC
;
MATCH (n:Entity) RETURN n.id ORDER BY n.year DESC, n.id SKIP 5 LIMIT 10
;
MATCH (n:Entity) RETURN n.id ORDER BY n.name LIMIT 20
;
MATCH (n:Entity) WHERE n.name CONTAINS 'leren' RETURN count(n)
;
MATCH (n:Entity) WHERE toLower(n.name) STARTS WITH 'i' RETURN n.name ORDER BY n.name
;
MATCH (n:Entity) WHERE n.name ENDS WITH 'ict' RETURN n.name ORDER BY n.name
;
MATCH (n:Entity) WHERE n.name =~ '(?i).*ICT.*' RETURN count(n)
;
MATCH (n:Entity) WHERE n.name =~ 'leren' RETURN count(n)
;
MATCH (n)-[r]->(n) RETURN count(r)
;
MATCH (a)-[r1]-(b)-[r2]-(c) RETURN count(*)
;
MATCH (a:Theme)-[*1..2]-(b:Institution) RETURN count(*)
;
MATCH (a:Theme)-[:BROADER*1..8]->(b:Theme) RETURN a.id, b.id ORDER BY a.id, b.id
;
MATCH (a:Theme)-[:BROADER*0..8]->(b:Theme) RETURN count(*)
;
MATCH p=(a:Theme)-[:BROADER*1..3]->(b:Theme) RETURN length(p) AS l, count(*) AS c ORDER BY l
;
MATCH (a:Theme) WHERE NOT (a)-[:BROADER]->() RETURN a.id ORDER BY a.id
;
MATCH (a:Theme) WHERE (a)-[:BROADER]->(:Theme) RETURN count(a)
;
MATCH (a:Question) WHERE NOT EXISTS { (a)<-[:ADDRESSES]-() } RETURN count(a)
;
MATCH (a:Question) WHERE EXISTS { MATCH (a)<-[:ADDRESSES]-(p) WHERE p.kind='product' } RETURN count(a)
;
MATCH (a:Question) RETURN a.id, COUNT { (a)<-[:ADDRESSES]-() } AS c ORDER BY c DESC, a.id LIMIT 10
;
MATCH (a:Question) WHERE COUNT { (a)--() } > 5 RETURN count(a)
;
MATCH (q:Question) RETURN q.id, [(q)-[:ABOUT]->(t) | t.id] AS ts ORDER BY q.id LIMIT 0
;
MATCH (q:Question) RETURN q.id, size([(q)-[:ABOUT]->(t) | t.id]) AS ts ORDER BY q.id
;
MATCH (q:Question) RETURN size(collect(q.year)) AS c
;
MATCH (q:Entity) RETURN sum(q.year) AS s, avg(q.year) AS a, min(q.year) AS mi, max(q.year) AS ma
;
MATCH (q:Entity {id:'no'}) RETURN sum(q.year) AS s, avg(q.year) AS a, min(q.year) AS mi, count(*) AS c, collect(q.id) AS l
;
MATCH (q:Entity {id:'no'}) RETURN q.kind, count(*)
;
MATCH (n:Entity) WITH n.kind AS k, count(*) AS c WHERE c > 20 RETURN k, c ORDER BY k
;
MATCH (n:Entity) WITH n ORDER BY n.id LIMIT 3 MATCH (n)-[r]-(m) RETURN n.id, count(m) AS c ORDER BY n.id
;
MATCH (n:Entity) WITH collect(n.id) AS ids UNWIND ids AS i RETURN count(i)
;
UNWIND [] AS x RETURN x
;
UNWIND null AS x RETURN x
;
UNWIND [1,null,2] AS x RETURN x
;
RETURN 7/2 AS a, 7%3 AS b, -7/2 AS c, -7%3 AS d, 7.0/2 AS e, 2^3 AS f
;
RETURN 1/0.0 AS a
;
RETURN null = null AS a, null <> 1 AS b, null IS NULL AS c, NOT null AS d, null AND false AS e, null OR true AS f
;
RETURN size('héé') AS a, toUpper('ijsje é') AS b, trim('  x ') AS c, replace('aaa','a','b') AS d, substring('hello',1,3) AS e, split('a,b',',') AS f, reverse('abc') AS g, left('abc',2) AS h, right('abc',2) AS i
;
RETURN range(1,5) AS a, range(5,1,-2) AS b, range(1,0) AS c
;
RETURN [x IN range(1,5) WHERE x%2=1 | x*x] AS a, reduce(s=0,x IN [1,2,3]|s+x) AS b, all(x IN [1,2] WHERE x>0) AS c, any(x IN [] WHERE x>0) AS d, none(x IN [1] WHERE x>1) AS e, single(x IN [1,2] WHERE x=1) AS f
;
RETURN head([]) AS a, last([1,2]) AS b, tail([1,2,3]) AS c, size([]) AS d, coalesce(null,null,3) AS e
;
RETURN CASE WHEN null THEN 1 ELSE 2 END AS a, CASE 3 WHEN 1 THEN 'a' WHEN 3 THEN 'c' END AS b, CASE 5 WHEN 1 THEN 1 END AS c
;
RETURN {a:1,b:{c:[1,2]}} AS m, {a:1}.a AS x, {a:1}.b AS y, keys({b:1,a:2}) AS k
;
WITH {a:1} AS m RETURN m {.*, b:2} AS r
;
MATCH (n:Entity {id:'theme:gepersonaliseerd-leren'}) RETURN n {.id, .kind, links: COUNT { (n)--() }} AS r
;
MATCH (n:Entity) WHERE n.id IN $ids RETURN n.id, labels(n) AS l
;
MATCH (n) WHERE any(l IN labels(n) WHERE l IN $kinds) RETURN count(n)
;
MATCH (n:Entity) WHERE n.x = $none RETURN count(n)
;
MATCH (n:Entity) RETURN count(n.year) AS a, count(*) AS b, count(DISTINCT n.year) AS c
;
MATCH (a:Institution), (b:Theme) RETURN count(*)
;
MATCH (a:Institution {id:'institution:summa-college'})-[r]-(b) RETURN count(r)
;
MATCH (a:Institution)-[r:ASKS|MADE]->(b) RETURN type(r) AS t, count(*) AS c ORDER BY t
;
MATCH (a:Institution)-[r]->(b) WHERE type(r) IN ['ASKS','MADE'] RETURN count(*)
;
MATCH p=shortestPath((a:Entity {id:'theme:gepersonaliseerd-leren'})-[*..6]-(b:Entity {id:'theme:zelfregulatie'})) RETURN length(p)
;
MATCH (a:Institution),(b:Theme {id:'theme:zelfregulatie'}) MATCH p=shortestPath((a)-[*..5]-(b)) RETURN a.id, length(p) AS l ORDER BY l, a.id
;
MATCH p=allShortestPaths((a:Entity {id:'theme:gepersonaliseerd-leren'})-[*..6]-(b:Entity {id:'theme:zelfregulatie'})) RETURN count(p)
;
MATCH p=(a:Institution)-[:ASKS]->(:Question)-[:ABOUT]->(:Theme) RETURN count(p), count(DISTINCT a)
;
MATCH p=(a:Institution)-[:ASKS]->(q)-[:ABOUT]->(t) WITH nodes(p) AS ns, relationships(p) AS rs RETURN size(ns) AS n, size(rs) AS r, count(*) AS c
;
MATCH (a:Institution)-[:ASKS]->(q), (a)-[:MADE]->(p) RETURN count(*)
;
MATCH (a)-[:ABOUT]->(t)<-[:ABOUT]-(a) RETURN count(*)
;
MATCH (a:Question)-[r1:ABOUT]->(t)<-[r2:ABOUT]-(b) RETURN count(*)
;
MATCH (a:Question) MATCH (b:Question) WHERE a.id<b.id AND EXISTS { (a)-[:ABOUT]->()<-[:ABOUT]-(b) } RETURN count(*)
;
MATCH (n:Theme) RETURN n.id AS x UNION MATCH (n:Network) RETURN n.id AS x
;
MATCH (n:Theme) RETURN n.kind AS x UNION ALL MATCH (n:Network) RETURN n.kind AS x
;
MATCH (n:Theme) CALL (n) { MATCH (n)<-[:ABOUT]-(m) RETURN count(m) AS c } RETURN n.id, c ORDER BY c DESC, n.id LIMIT 12
;
MATCH (n:Theme) CALL { WITH n MATCH (n)<-[:ABOUT]-(m) RETURN m.id AS mid ORDER BY mid LIMIT 1 } RETURN n.id, mid ORDER BY n.id
;
MATCH (n:Theme) OPTIONAL MATCH (n)<-[:ABOUT]-(q:Question) WHERE q.id STARTS WITH 'question:i' RETURN n.id, count(q) AS c ORDER BY c DESC, n.id LIMIT 8
;
MATCH (n:Theme) OPTIONAL MATCH (n)<-[:ABOUT]-(q:Question)<-[:ASKS]-(i:Institution) RETURN n.id, count(DISTINCT i) AS c, collect(DISTINCT i.id) AS l ORDER BY c DESC, n.id LIMIT 0
;
MATCH (n:Theme) OPTIONAL MATCH (n)<-[:ABOUT]-(q:Question)<-[:ASKS]-(i:Institution) RETURN n.id, count(DISTINCT i) AS c ORDER BY c DESC, n.id
;
MATCH (a)-[r]->(b) WHERE r.basis='stated' RETURN count(r)
;
MATCH (a)-[r {basis:'derived'}]->(b) RETURN count(r)
;
MATCH (a)-[r]->(b) RETURN r.basis AS b, count(*) AS c ORDER BY b
;
MATCH (a)-[r]->(b) WHERE r.since IS NOT NULL RETURN r.since AS s, count(*) AS c ORDER BY s
;
MATCH (a)-[r]->(b) RETURN startNode(r).id = a.id AS x, endNode(r).id = b.id AS y, count(*) AS c
;
MATCH (a:Theme)-[r]-(b) RETURN startNode(r)=a AS out, count(*) AS c ORDER BY out
;
MATCH (n:Entity) WHERE n:Theme OR n:Network RETURN count(n)
;
MATCH (n:Entity) WHERE NOT n:Theme RETURN count(n)
;
MATCH (n:Theme:Entity) RETURN count(n)
;
MATCH (n:Entity) RETURN percentileCont(n.year,0.5) AS p, stDev(size(n.sources)) AS s
;
MATCH (n:Entity) WITH n.kind AS k, avg(size(n.sources)) AS a RETURN k, round(a*100)/100 AS a ORDER BY a DESC, k
;
MATCH (n:Entity) RETURN n.city AS c, count(*) AS x ORDER BY x DESC, c LIMIT 10
;
RETURN date('2021-03-01') < date('2022-01-01') AS a
;
RETURN 9007199254740993 AS big
;
WITH 1 AS a WITH a, a+1 AS b WHERE b > 1 RETURN a, b
;
MATCH (n:Theme) WITH n LIMIT 0 RETURN count(n)
;
MATCH (n:Theme) RETURN n.id AS id ORDER BY size(n.name) DESC, id LIMIT 3
;
MATCH (n:Theme) WHERE n.id > 'theme:s' RETURN count(n)
;
MATCH (n:Theme) WHERE 1 < size(n.sources) <= 3 RETURN count(n)
;
MATCH (n:Theme) WHERE size(n.sources) = 1 XOR n.year = 2 RETURN count(n)
;
MATCH (n:Theme) RETURN exists { (n)-[:BROADER]->() } AS e, count(*) AS c ORDER BY e
;
MATCH (i:Institution)-[:ASKS]->(q:Question)-[:ABOUT]->(t:Theme)<-[:ABOUT]-(p:Product)<-[:MADE]-(j:Institution) WHERE i<>j AND NOT (i)-[:MADE]->(p) RETURN i.id, j.id, count(DISTINCT p) AS c ORDER BY c DESC, i.id, j.id LIMIT 30
;
MATCH (t:Theme)<-[:BROADER*0..2]-(s:Theme)<-[:ABOUT]-(q:Question)<-[:ASKS]-(i:Institution) RETURN t.id, count(DISTINCT i) AS c ORDER BY c DESC, t.id LIMIT 20
;
MATCH (a:Institution)-[:PARTICIPATES_IN]->(n)<-[:PARTICIPATES_IN]-(b:Institution) WHERE a.id<b.id WITH a,b,collect(n.id) AS shared WHERE size(shared)>1 RETURN a.id,b.id,size(shared) AS s ORDER BY s DESC,a.id,b.id
;
MATCH (n:Entity)--(m) WITH n, count(DISTINCT m) AS deg ORDER BY deg DESC, n.id LIMIT 10 RETURN n.id, deg
;
MATCH (n:Entity) RETURN count { (n)--() } AS deg, count(*) AS c ORDER BY deg
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) RETURN n
;
MATCH (n:Theme {id:'theme:zelfregulatie'})<-[r:ABOUT]-(q:Question) RETURN r, q
;
MATCH p=(n:Theme {id:'theme:zelfregulatie'})<-[r:ABOUT]-(q:Question) RETURN p
;
RETURN 'a\'b' AS a
;
RETURN 'a\\' AS a
;
RETURN 'a\\\'b' AS a
;
RETURN 'a"b' AS a, "it's" AS b
;
RETURN 1 AS `a b.c(d)`
;
RETURN 1 AS `é ü`
;
MATCH (n:`Theme`) RETURN count(n) AS c
;
RETURN abs(-3) AS a, ceil(1.2) AS b, floor(-1.2) AS c, round(2.5) AS d, round(-2.5) AS e, sqrt(9) AS f, sign(-2) AS g
;
RETURN round(2.5) AS d
;
RETURN round(-2.5) AS e
;
RETURN round(-1.5) AS e
;
RETURN exp(1) AS a, log(10) AS b, log10(100) AS c, e() AS d, pi() AS e
;
RETURN toUpper('abc') AS a, toLower('ABC') AS b, upper('a') AS c, lower('A') AS d
;
RETURN trim(' a ') AS a, ltrim(' a ') AS b, rtrim(' a ') AS c
;
RETURN replace('aXbX','X','-') AS a, split('a,b,c',',') AS b, substring('hello',1,3) AS c, substring('hello',2) AS d, left('abc',2) AS e, right('abc',2) AS f, reverse('abc') AS g
;
RETURN size('héé') AS a, size('😀') AS b, char_length('héé') AS c
;
RETURN size([1,2]) AS a, size([]) AS b, size(null) AS c
;
RETURN toInteger('42') AS a, toInteger('4.7') AS b, toInteger(4.7) AS c, toInteger('x') AS d, toInteger(true) AS e, toInteger(null) AS f, toInteger(-4.7) AS g
;
RETURN toFloat('4.7') AS a, toFloat('x') AS b, toFloat(3) AS c
;
RETURN toString(1) AS a, toString(1.5) AS b, toString(true) AS c, toString('x') AS d, toString(null) AS e
;
RETURN toBoolean('true') AS a, toBoolean('x') AS b, toBoolean('FALSE') AS c
;
RETURN coalesce(null,1) AS a, coalesce(null,null) AS b
;
RETURN head([1,2]) AS a, last([1,2]) AS b, tail([1,2]) AS c, head([]) AS d, last([]) AS e, tail([]) AS f, reverse([1,2,3]) AS g
;
RETURN range(1,5) AS a, range(5,1,-2) AS b, range(1,0) AS c, range(0,10,3) AS d
;
RETURN keys({b:1,a:2}) AS a
;
RETURN properties({a:1}) AS a
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) RETURN labels(n) AS a
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) UNWIND keys(n) AS k RETURN k ORDER BY k
;
MATCH (n:Theme {id:'theme:zelfregulatie'})-[r]-() RETURN type(r) AS a, count(*) AS c ORDER BY a
;
MATCH p=(n:Theme {id:'theme:zelfregulatie'})-[:ABOUT]-(m) RETURN length(p) AS a, size(nodes(p)) AS b, size(relationships(p)) AS c, count(*) AS d
;
MATCH (n:Theme)-[r]-(m) RETURN startNode(r).id AS a, endNode(r).id AS b ORDER BY a, b LIMIT 5
;
RETURN 0.0/0.0 AS a, 1/0.0 AS b, -1/0.0 AS c
;
RETURN nullIf(1,1) AS a, nullIf(1,2) AS b
;
RETURN date('2021-03-01') AS d
;
RETURN date({year:2021,month:3,day:4}) AS a
;
RETURN datetime('2021-03-01T10:11:12Z') AS a
;
RETURN datetime('2021-03-01T10:11:12+02:00') AS a
;
RETURN localdatetime('2021-03-01T10:11:12') AS a
;
RETURN localdatetime('2021-03-01T10:11:12.5') AS a
;
RETURN time('10:11:12+01:00') AS a
;
RETURN localtime('10:11:12') AS a
;
RETURN localtime('10:11') AS a
;
RETURN duration('P1D') AS a
;
RETURN duration('P1Y2M3DT4H5M6S') AS a
;
RETURN duration({days:1}) AS a
;
RETURN date('2021-03-01') + duration('P1D') AS a
;
RETURN toString(date('2021-03-01')) AS a
;
RETURN null AS a, true AS b, [1,null] AS c, {a:null} AS d
;
MATCH (n:Entity) RETURN min(n.name) AS a, max(n.name) AS b, min(n.year) AS c, avg(n.year) AS d, sum(n.year) AS e
;
MATCH (n:Entity) RETURN collect(DISTINCT n.year) AS c
;
MATCH (n:Entity) WITH n.year AS y ORDER BY y RETURN collect(y) AS c
;
MATCH (n:Entity) RETURN stDev(n.year) AS a, stDevP(n.year) AS b
;
MATCH (n:Entity {id:'no'}) RETURN sum(n.year) AS s
;
MATCH (n:Entity {id:'no'}) RETURN avg(n.year) AS s, min(n.year) AS m, collect(n.year) AS c, count(n.year) AS d
;
MATCH (n:Entity {id:'no'}) RETURN stDev(n.year) AS s
;
MATCH (n:Entity) RETURN sum(size(n.sources)) AS s
;
RETURN 5 % 3 AS a, -5 % 3 AS b, 5.5 % 2 AS c, 2^10 AS d, 2^0.5 AS e, 7/2 AS f, 7/2.0 AS g
;
RETURN 0x1F AS a, 0o17 AS b, 1e3 AS c, 1.5e-3 AS d, .5 AS e
;
RETURN 'abc' STARTS WITH 'a' AS a, 'abc' ENDS WITH 'c' AS b, 'abc' CONTAINS 'b' AS c, 'abc' CONTAINS null AS d
;
RETURN 1 IN [1,2] AS a, 3 IN [1,null] AS b, null IN [1] AS c, 1 IN [] AS d, null IN [] AS e
;
RETURN 1 < 2 < 3 AS a, 1 < 3 < 2 AS b
;
RETURN true AND null AS a, false AND null AS b, true OR null AS c, NOT null AS d, true XOR null AS e
;
RETURN 1 = 1.0 AS a, 'a' = 'a' AS b, null = null AS c, [1] = [1] AS d, 1 <> 2 AS e
;
RETURN [1,2,3][0] AS a, [1,2,3][-1] AS b, [1,2,3][5] AS c, [1,2,3][1..] AS d, [1,2,3][..2] AS e, [1,2,3][0..2] AS f
;
RETURN {a:1}['a'] AS a, {a:{b:2}}.a.b AS b
;
RETURN CASE 1 WHEN 1 THEN 'a' WHEN 2 THEN 'b' ELSE 'c' END AS a, CASE WHEN 1>2 THEN 'x' END AS b
;
RETURN [x IN [1,2,3] | x*2] AS a, [x IN [1,2,3] WHERE x>1] AS b, [x IN [1,2,3] WHERE x>1 | x] AS c
;
RETURN reduce(s='', x IN ['a','b'] | s + x) AS a, reduce(s=0, x IN [] | s+x) AS b
;
RETURN 'abc' =~ 'a.*' AS a, 'abc' =~ 'b' AS b, 'ABC' =~ '(?i)abc' AS c
;
RETURN 'ABC' =~ '(?i)a[bc]+' AS a, 'a1' =~ '\\w\\d' AS b
;
MATCH (n:Entity {id:'no'}) RETURN coalesce(sum(n.year),0) AS s
;
MATCH (n:Theme) RETURN n.kind AS k, coalesce(sum(n.year),0) AS s
;
MATCH (n:Entity) RETURN n.kind AS k, sum(n.year) AS s ORDER BY k
;
MATCH (n:Entity) RETURN n.kind, count(*) ORDER BY n.kind LIMIT 2
;
MATCH (n:Entity) RETURN n.kind, count(*) ORDER BY count(*) DESC LIMIT 2
;
MATCH (n:Theme) RETURN n . id ORDER BY n.id LIMIT 1
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) RETURN n.id, n.name, size( n.sources )>1, [x IN [1] | x+1], 'a'+"b", {a:1}, -1, $x, n{.id}
;
MATCH (n:Theme {id:'theme:zelfregulatie'})-[r:BROADER]-(m) WITH n.id AS b, m.id AS a RETURN *
;
MATCH (n:Theme) RETURN DISTINCT n.kind
;
MATCH (n:Theme) WITH DISTINCT n.kind AS k RETURN k
;
MATCH (n:Theme) RETURN count(DISTINCT n.kind) AS c
;
MATCH (a:Theme {id:'theme:zelfregulatie'})--(b) RETURN count(b) AS c
;
MATCH (a:Theme {id:'theme:zelfregulatie'})<--(b) RETURN count(b) AS c
;
MATCH (a:Theme {id:'theme:zelfregulatie'})<-[]-(b:Question) RETURN count(b) AS c
;
MATCH (a:Theme)<-[:ABOUT*2]-(b) RETURN count(b) AS c
;
MATCH (a:Theme)<-[:ABOUT*..2]-(b) RETURN count(b) AS c
;
MATCH (a:Institution)-[*1..3]-(b:Theme {id:'theme:zelfregulatie'}) RETURN count(*) AS c
;
MATCH (a:Institution)-[rs*1..2]-(b:Theme {id:'theme:zelfregulatie'}) RETURN size(rs) AS s, count(*) AS c ORDER BY s
;
MATCH p=(a:Institution)-[*1..2]-(b:Theme {id:'theme:zelfregulatie'}) WHERE all(r IN relationships(p) WHERE r.basis='stated') RETURN count(*) AS c
;
MATCH p=(a:Institution)-[*1..2]-(b:Theme {id:'theme:zelfregulatie'}) WHERE none(n IN nodes(p) WHERE n:Team) RETURN count(*) AS c
;
MATCH (a:Institution)-[r:ASKS|MADE|HOSTS]->(b) RETURN count(*) AS c
;
MATCH (n) WHERE n:Theme RETURN count(*) AS c
;
MATCH (n:Theme) RETURN n:Theme AS a, n:Network AS b LIMIT 1
;
OPTIONAL MATCH (n:Theme {id:'no'}) RETURN n, n.id AS i, labels(n) AS l
;
OPTIONAL MATCH (n:Theme {id:'no'})-[r]->(m) RETURN type(r) AS t, count(m) AS c
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) OPTIONAL MATCH p=(n)-[:MADE]->(m) RETURN p, length(p) AS l, nodes(p) AS ns
;
MATCH (n:Institution) WHERE (n)-[:ASKS]->(:Question) AND NOT (n)-[:MADE]->() RETURN count(n) AS c
;
MATCH (n:Institution) WHERE EXISTS { MATCH (n)-[:ASKS]->(q) WHERE q.year > 2018 } RETURN count(n) AS c
;
MATCH (n:Institution) RETURN sum(COUNT { (n)-[:ASKS]->() }) AS c
;
MATCH (n:Institution) RETURN n.id AS i, size([(n)-[:ASKS]->(q) WHERE q.year IS NULL | q.id]) AS s ORDER BY s DESC, i LIMIT 4
;
MATCH (n:Institution) WITH n, [(n)-[:ASKS]->(q) | q.id] AS qs WHERE size(qs) > 3 RETURN n.id AS i ORDER BY i
;
MATCH (n:Institution)-[:ASKS]->(q) WITH n, q ORDER BY q.id WITH n, collect(q.id) AS qs RETURN n.id AS i, qs[0] AS f, qs[-1] AS l, head(qs) AS h ORDER BY i LIMIT 3
;
MATCH (n:Institution) CALL (n) { MATCH (n)-[:ASKS]->(q) RETURN count(q) AS c UNION ALL MATCH (n)-[:MADE]->(q) RETURN count(q) AS c } RETURN n.id AS i, sum(c) AS s ORDER BY s DESC, i LIMIT 3
;
MATCH (n:Institution) CALL (*) { MATCH (n)-[:ASKS]->(q) RETURN count(q) AS c } RETURN n.id AS i, c ORDER BY c DESC, i LIMIT 3
;
CALL { MATCH (n:Theme) RETURN count(n) AS c } RETURN c
;
CALL () { MATCH (n:Theme) RETURN count(n) AS c } RETURN c
;
MATCH (n:Theme) RETURN n.id AS i UNION MATCH (n:Theme) RETURN n.id AS i
;
MATCH (n:Theme) RETURN 1 AS x, n.id AS y ORDER BY y LIMIT 1 UNION ALL MATCH (n:Network) RETURN 2 AS x, n.id AS y ORDER BY y LIMIT 1
;
UNWIND [1,2,3] AS x UNWIND [4,5] AS y RETURN x, y ORDER BY y, x
;
UNWIND $l AS x RETURN x + 1 AS y
;
UNWIND [[1,2],[3]] AS x UNWIND x AS y RETURN y
;
UNWIND [{a:1},{a:2}] AS m RETURN m.a AS a ORDER BY a DESC
;
UNWIND [3,null,1,2] AS x RETURN x ORDER BY x
;
UNWIND [3,null,1,2] AS x RETURN x ORDER BY x DESC
;
UNWIND ['b','A','a','é','z'] AS x RETURN x ORDER BY x
;
UNWIND [1,'a',true,null,1.5] AS x RETURN x ORDER BY x
;
UNWIND [1,1.0,'1'] AS x RETURN DISTINCT x
;
UNWIND [1,2,2,null] AS x RETURN count(x) AS a, count(DISTINCT x) AS b, collect(x) AS c, sum(x) AS d, avg(x) AS e
;
UNWIND [] AS x RETURN count(x) AS a, sum(x) AS b, max(x) AS c, collect(x) AS d
;
UNWIND ['a','b'] AS x RETURN min(x) AS a, max(x) AS b
;
UNWIND [1,2] AS x WITH x WHERE x > 1 RETURN x
;
WITH 1 AS a, 2 AS b WITH a, a+b AS c RETURN a, c
;
WITH [1,2,3] AS l RETURN [x IN l WHERE x > 1 | x * 10] AS m, l[1] AS o
;
WITH {a:1,b:null} AS m RETURN m, m.b AS b, m.c AS c, keys(m) AS k
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) RETURN n {.id, .nope, extra: 1} AS m
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) RETURN n {.*} AS m
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) RETURN properties(n) AS m
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) RETURN n['id'] AS m, n.nope AS o
;
MATCH (n:Theme {id:'theme:zelfregulatie'}) WITH n AS m RETURN m.id AS i
;
MATCH (n:Theme) WHERE n.id = 'theme:zelfregulatie' OR n.id IN ['theme:ai'] RETURN n.id AS i ORDER BY i
;
MATCH (n:Entity) WHERE n.contested RETURN count(n) AS c
;
MATCH (n:Entity) WHERE NOT n.contested RETURN count(n) AS c
;
MATCH (n:Entity) WHERE n.contested = true RETURN count(n) AS c
;
MATCH (n:Entity) WHERE 'stated' IN n.bases RETURN count(n) AS c
;
MATCH (n:Entity) WHERE size(n.sources) > 2 RETURN count(n) AS c
;
MATCH (n:Entity) UNWIND n.sources AS s RETURN s, count(*) AS c ORDER BY c DESC, s LIMIT 3
;
MATCH (n:Entity) UNWIND n.sources AS s MATCH (x:Source {id:s}) RETURN count(DISTINCT x) AS c
;
MATCH (s:Source) RETURN count(s) AS c
;
MATCH (n) RETURN count(n) AS c
;
MATCH (n:Entity) RETURN n.name AS x ORDER BY x LIMIT 10
;
MATCH (n:Entity) RETURN n.name AS x ORDER BY x DESC LIMIT 10
;
MATCH (n:Entity) RETURN toLower(n.name) AS x ORDER BY toLower(n.name), n.id LIMIT 3
;
MATCH (n:Theme) RETURN n.id AS i ORDER BY n.name SKIP 1 LIMIT 2
;
MATCH (n:Theme) RETURN n.id AS i ORDER BY i SKIP $x LIMIT $x
;
MATCH (n:Theme) WITH n ORDER BY n.id LIMIT 2 RETURN collect(n.id) AS c
;
MATCH (a:Theme), (b:Network) WHERE a.id < b.id RETURN count(*) AS c
;
MATCH (a:Theme), (a)-[:BROADER]->(b) RETURN count(*) AS c
;
MATCH (a)-[r1]->(b), (b)-[r2]->(c) RETURN count(*) AS c
;
MATCH (a)-[r1]->(b) MATCH (b)-[r2]->(c) RETURN count(*) AS c
;
MATCH (a)-->(b)-->(c) WHERE a = c RETURN count(*) AS c
;
MATCH (a)-[r]-(b) WHERE a.id = 'theme:zelfregulatie' AND r.basis <> 'stated' RETURN count(*) AS c
;
MATCH (a:Institution)-[:ASKS]->(q) WITH a, count(q) AS c WHERE c > 3 MATCH (a)-[:MADE]->(p) RETURN a.id AS i, c, count(p) AS d ORDER BY i
;
MATCH (a:Institution) WITH a LIMIT 5 MATCH (a)-[r]-() RETURN count(r) > 0 AS x
;
MATCH p=shortestPath((a:Entity {id:'theme:ai'})-[*]-(b:Entity {id:'institution:summa'})) RETURN length(p) AS l
;
MATCH p=shortestPath((a:Entity {id:'theme:ai'})-[:ABOUT|ASKS*..6]-(b:Entity {id:'institution:summa'})) RETURN length(p) AS l
;
MATCH p=allShortestPaths((a:Entity {id:'theme:ai'})-[*..8]-(b:Entity {id:'institution:summa'})) RETURN length(p) AS l, count(*) AS c
;
MATCH (n:Theme) RETURN n LIMIT 0
;
RETURN EXISTS { (:Theme) } AS e, COUNT { (:Theme) } AS c
;
RETURN 9007199254740991 AS a, 9007199254740992 AS b, 9223372036854775807 AS c, -9223372036854775808 AS d
;
RETURN 9007199254740993 + 1 AS a
;
RETURN sqrt(-1) AS a, log(0) AS b
;
RETURN 3 / 2 AS a, 3 / 2.0 AS b, -3 / 2 AS c
;
RETURN 0.1 + 0.2 AS a, 1e308 * 10 AS b
;
RETURN toUpper(null) AS a, size(null) AS b, null + 1 AS c, null STARTS WITH 'a' AS d, abs(null) AS e
;
RETURN substring('héé😀x', 3, 1) AS a, toUpper('ß') AS b, reverse('a😀') AS c
;
RETURN [1,[2,{a:[3]}]] AS a
;
RETURN $l[0] AS a, $s + 'b' AS b, $none IS NULL AS c
;
MATCH (n:Theme) WHERE n.id =~ 'theme:z.*' RETURN count(n) AS c
;
MATCH (n:Theme) WHERE n.year = 'x' RETURN count(n) AS c
;
MATCH (n:Theme) WHERE n.name > 5 RETURN count(n) AS c
;
MATCH (n:Theme) RETURN n.name + 1 AS c ORDER BY c LIMIT 1
;
RETURN date() IS NOT NULL AS a
;
MATCH ()-[r]->() WHERE r.id = 'x' RETURN r
;
MATCH (n) WHERE n.id = 'theme:ai' RETURN n.name AS a
;
MATCH (a:Theme)-[:BROADER*0..1]->(b) RETURN count(*) AS c
;
MATCH (n:Theme) WHERE NOT EXISTS { (n)-[:BROADER]->(m) WHERE m.id STARTS WITH 'theme:g' } RETURN count(n) AS c
;
MATCH (n:Institution) WHERE n.city IS NULL RETURN count(n) AS c
;
MATCH (n:Institution) WHERE n.city IN ['Eindhoven', null] RETURN count(n) AS c
;
MATCH (a)-[r]->(b) RETURN r.basis AS x, type(r) AS t, count(*) AS c ORDER BY x, t LIMIT 5
;
MATCH (n:Entity) RETURN avg(size(n.name)) AS a
;
MATCH (n:Entity) WITH n.kind AS k, collect(n.id) AS ids RETURN k, size(ids) AS s ORDER BY s DESC, k
;
MATCH (n:Entity) RETURN n.kind AS k, count(*) * 2 AS c, count(*) + size('abc') AS d ORDER BY k LIMIT 3
;
MATCH (n:Entity) RETURN count(*) AS c, max(n.year) - min(n.year) AS d
;
MATCH (n:Theme) RETURN CASE WHEN n.id STARTS WITH 'theme:a' THEN 'a' ELSE 'other' END AS g, count(*) AS c ORDER BY g
;
MATCH (i:Institution)-[:ASKS]->(q)<-[:ADDRESSES]-(p) RETURN i.id AS i, collect(DISTINCT p.kind) AS k ORDER BY i LIMIT 3
;
MATCH (n:Institution) WHERE EXISTS { (n)-[:ASKS]->(q) WHERE q.year > 2018 } RETURN count(n) AS c
;
MATCH (n:Institution) WHERE EXISTS { MATCH (n)-[:ASKS]->(q) MATCH (q)--(t) } RETURN count(n) AS c
;
MATCH (n:Institution) WHERE EXISTS { MATCH (n)-[:ASKS]->(q), (q)--(t) } RETURN count(n) AS c
;
MATCH (n:Institution) WHERE COUNT { MATCH (n)-[:ASKS]->(q) MATCH (q)--(t) } > 3 RETURN count(n) AS c
;
MATCH (n:Institution) WHERE EXISTS { MATCH (n)-[:ASKS]->(q) OPTIONAL MATCH (q)--(z) } RETURN count(n) AS c
;
MATCH (n:Institution) WHERE EXISTS { MATCH (n)-[:ASKS]->(q) WHERE EXISTS { (q)-[:ABOUT]->() } } RETURN count(n) AS c
;
MATCH (n:Institution) RETURN n.id AS i, COUNT { (n)-[:ASKS]->()-[:ABOUT]->() } AS c ORDER BY c DESC, i LIMIT 3
;
MATCH (n:Institution) RETURN n.id AS i, EXISTS { (n)-[:ASKS]->() } AS c ORDER BY i LIMIT 3
;
MATCH (n:Institution) WITH n WHERE COUNT { (n)--() } > 30 RETURN n.id AS i ORDER BY i
;
MATCH (n:Theme) RETURN nullIf(n.kind,'theme') AS x LIMIT 1
;
RETURN upper('a') AS a
;
RETURN char_length('abc') AS a
;
MATCH (n:Theme) WITH n, [(n)--(m) | m.id] AS ms WHERE any(x IN ms WHERE x STARTS WITH 'q') RETURN count(n) AS c
;
MATCH (n:Theme) RETURN n.id AS i ORDER BY COUNT {(n)--()} DESC, i LIMIT 3
;
MATCH (n:Theme) WITH *, n.id AS i RETURN i ORDER BY i LIMIT 1
;
MATCH (n:Theme) WITH n AS `load`, n.id AS `set` RETURN `set` ORDER BY `set` LIMIT 1
;
MATCH (n:Theme) RETURN n.`name` AS `Naam van het thema (kort)` ORDER BY n.id LIMIT 1
;
MATCH p=(n:Theme)-[:BROADER]->(m) RETURN [x IN nodes(p) | x.id] AS ids ORDER BY ids LIMIT 2
;
MATCH p=(n:Theme)-[:BROADER]->(m) RETURN reduce(s='', x IN nodes(p) | s + x.id + '/') AS ids ORDER BY ids LIMIT 2
;
MATCH (n:Theme) WHERE (n)-[:BROADER]->({id:'theme:gepersonaliseerd-leren'}) RETURN count(n) AS c
;
MATCH (n:Theme {id:$s}) RETURN count(n) AS c
;
MATCH (n:Entity) WHERE $l IS NOT NULL RETURN count(n) AS c
;
MATCH (n:Entity) RETURN [n.id, n.kind] AS x ORDER BY x LIMIT 2
;
MATCH (n:Entity) RETURN {i: n.id} AS x ORDER BY x.i LIMIT 2
;
MATCH (n:Entity) WITH n.kind AS k, count(*) AS c ORDER BY c DESC LIMIT 3 RETURN collect({k: k, c: c}) AS l
;
MATCH (n:Institution)-[r:ASKS]->(q) RETURN r.since AS s, r.basis AS b, count(*) AS c ORDER BY c
;
MATCH (n:Institution {id:'institution:summa-college'})-[r]->(q) RETURN type(r), count(*) ORDER BY type(r)
;
MATCH (n:Theme)-[:BROADER*1..8]->(m) RETURN count(*) AS c
;
MATCH (a:Theme)<-[:ABOUT]-(q:Question)<-[:ADDRESSES]-(p)<-[:MADE]-(i:Institution) RETURN a.id AS t, count(DISTINCT i) AS c ORDER BY c DESC, t LIMIT 5
;
MATCH (a:Institution)-[:ASKS]->()-[:ABOUT]->(t)<-[:ABOUT]-()<-[:ASKS]-(b:Institution) WHERE a.id < b.id WITH a, b, collect(DISTINCT t.id) AS ts WHERE size(ts) > 3 UNWIND ts AS t WITH a, b, t ORDER BY t RETURN a.id AS a, b.id AS b, collect(t) AS ts ORDER BY a, b LIMIT 5
;
RETURN toInteger(toFloat('4.7')) AS a, coalesce(toInteger('4.7'),toInteger(toFloat('4.7'))) AS b
;
MATCH (n:Entity) RETURN coalesce(toInteger(sum(n.year)),1) AS a
;
MATCH (n:Theme) RETURN n.kind AS k, coalesce(sum(n.year),0) + 1 AS s, count(*) AS c
;
MATCH (n:Theme) WITH n.kind AS k, coalesce(sum(DISTINCT n.year),0) AS s RETURN k, s
;
MATCH (n:Theme) RETURN coalesce(stDev(n.year), 0) AS s
;
MATCH (n:Theme) RETURN floor((-2.5) + 0.5) AS s
;
MATCH (n:Theme) RETURN round(avg(size(n.name)) * 100) / 100 AS s
;
MATCH (n:Entity) WHERE n.year >= 2010 AND n.year < 2015 RETURN n.year AS y, count(*) AS c ORDER BY y
;
MATCH (n:Theme) WHERE NOT (n)--(:Institution) RETURN count(n) AS c
;
MATCH (n:Theme) WHERE (n)--() OR n.id = 'x' RETURN count(n) AS c
;
MATCH (n:Theme)-[r]-() WITH n, count(r) AS d WITH avg(d) AS a, max(d) AS m RETURN round(a) AS a, m
;
RETURN /* x */ 1 AS a // y
;
RETURN 1 AS a ORDER BY a
;
MATCH (n:Theme) RETURN DISTINCT labels(n) AS l
;
MATCH (n:Theme), (m:Theme) WHERE n <> m AND n.id = m.id RETURN count(*) AS c
;
MATCH (n:Theme) WHERE n IS NOT NULL RETURN count(n) AS c
;
MATCH (n:Theme) WHERE n = n RETURN count(n) AS c
;
MATCH (n:Theme)-[r]->(m) WHERE r = r AND type(r) = 'BROADER' RETURN count(r) AS c
;
MATCH (n:Theme) WITH collect(n) AS ns RETURN size(ns) AS s, head(ns) IN ns AS h
;
MATCH (n:Theme) WITH collect(n) AS ns UNWIND ns AS m MATCH (m)-[:BROADER]->(o) RETURN count(o) AS c
;
RETURN 1 = 1 AS a
;
MATCH (n:Theme)-[r:BROADER]->(m) RETURN r ORDER BY r.id LIMIT 2
;
MATCH p=(n:Theme {id:'theme:zelfregulatie'})-[r:BROADER]->(m) RETURN p, [n,m] AS l, {x: r} AS o
;
MATCH (s:Source) RETURN s ORDER BY s.id LIMIT 1
;
MATCH (d:Dataset) RETURN d.number AS n
;
MATCH (n:Theme) RETURN *
;
MATCH (n:Theme)-[r:BROADER]->(m) RETURN n.id, type(r), m.id
;
MATCH (n:Theme) RETURN head(collect(n.kind)) AS a
;
MATCH (n:Theme) RETURN size(collect(DISTINCT n.kind)) AS a
;
MATCH (n:Theme) RETURN CASE WHEN count(n) > 3 THEN 'many' ELSE 'few' END AS a
;
MATCH (n:Theme) RETURN toString(count(n)) + ' items' AS a
;
MATCH (n:Theme) RETURN count(n) > 3 AND count(n) < 100 AS a
;
MATCH (n:Theme) RETURN NOT count(n) = 3 AS a
;
MATCH (n:Theme) RETURN 1.0 * count(n) / 7 AS a
;
MATCH (n:Theme) RETURN coalesce(max(n.year), 'none') AS a
;
MATCH (n:Entity) RETURN n.kind AS k, count(n) AS c ORDER BY count(n) DESC, n.kind LIMIT 3
;
MATCH (n:Entity) RETURN n.kind AS k, count(n) AS c ORDER BY -count(n), k LIMIT 3
;
MATCH (n:Entity) RETURN n.kind AS k, count(n) + size(n.kind) AS c ORDER BY k LIMIT 3
;
MATCH (n:Entity) RETURN toUpper(n.kind) AS k, count(n) AS c ORDER BY k LIMIT 3
;
MATCH (n:Entity) RETURN n.kind IN ['theme','team'] AS k, count(n) AS c ORDER BY k
;
MATCH (n:Entity) WITH n.kind AS k, count(n) AS c RETURN k, c, 100.0 * c / 401 AS p ORDER BY p DESC, k LIMIT 3
;
MATCH (n:Entity) WITH n.kind AS k, collect(n) AS ns RETURN k, [x IN ns | x.id][0] IS NOT NULL AS a ORDER BY k LIMIT 3
;
MATCH (n:Entity) WITH collect(n.year) AS ys RETURN size(ys) AS s, [y IN ys WHERE y > 2020 | y] = [] AS e
;
MATCH (n:Entity) WITH collect(DISTINCT n.kind) AS ks UNWIND ks AS k MATCH (m:Entity {kind: k}) RETURN k, count(m) AS c ORDER BY k
;
MATCH (n:Theme)<-[:ABOUT]-(m) WITH n, m.kind AS k, count(*) AS c ORDER BY n.id, k WITH n, collect({k:k,c:c}) AS l RETURN n.id AS i, l ORDER BY i LIMIT 4
;
MATCH (n:Theme) WHERE n.nope IS NULL AND n.id IS NOT NULL RETURN count(*) AS c
;
MATCH (n:Theme) WHERE n.nope = null RETURN count(*) AS c
;
MATCH (n:Theme) WHERE NOT (n.nope = 1) RETURN count(*) AS c
;
MATCH (n:Theme) WHERE n.nope <> 1 OR n.id STARTS WITH 'theme:a' RETURN count(*) AS c
;
MATCH (n:Theme) WHERE n.nope IN [1] RETURN count(*) AS c
;
MATCH (n:Theme) WHERE NOT n.nope IN [1] RETURN count(*) AS c
;
MATCH (n:Theme) WHERE n.id IN [] RETURN count(*) AS c
;
MATCH (n:Theme) WHERE n.nope CONTAINS 'x' RETURN count(*) AS c
;
MATCH (n:Theme) WHERE NOT n.nope CONTAINS 'x' RETURN count(*) AS c
;
MATCH (n:Theme) WHERE (n.nope > 1) IS NULL RETURN count(*) AS c
;
MATCH (n:Theme) WHERE (n.nope = 1) IS NOT NULL RETURN count(*) AS c
;
MATCH (n:Theme) WHERE n.contested IS NULL OR n.contested RETURN count(*) AS c
;
MATCH (n:Theme) WHERE coalesce(n.nope, 5) = 5 RETURN count(*) AS c
;
MATCH (n:Theme) RETURN n.nope IS NULL AS a, n.nope = 1 AS b, n.nope + 1 AS c LIMIT 1
;
MATCH (n:Theme) RETURN max(n.nope) AS a, collect(n.nope) AS b, count(n.nope) AS c, avg(n.nope) AS d, percentileCont(n.nope, 0.5) AS e
;
MATCH (n:Theme {id:'nope'}) WITH n RETURN count(n) AS c
;
MATCH (n:Theme {id:'nope'}) WITH n.kind AS k, count(n) AS c RETURN k, c
;
OPTIONAL MATCH (n:Theme {id:'nope'}) WITH n OPTIONAL MATCH (n)--(m) RETURN n, m
;
OPTIONAL MATCH (n:Theme {id:'nope'}) RETURN n.id IS NULL AS a, n IS NULL AS b, size(n.id) AS c, [n] AS d, {n: n} AS e
;
OPTIONAL MATCH (n:Theme {id:'nope'}) RETURN COUNT { (n)--() } AS a, EXISTS { (n)--() } AS b
;
OPTIONAL MATCH (n:Theme {id:'nope'})-[r]->() RETURN type(r) AS a, startNode(r) AS b, properties(r) AS c, keys(n) AS d, labels(n) AS e
;
MATCH (n:Theme {id:'theme:ai'}) OPTIONAL MATCH (n)-[:MADE]->(m) RETURN n.id AS i, m, m.id AS j, collect(m) AS ms
;
MATCH (n:Theme) OPTIONAL MATCH (n)-[:BROADER]->(m) WITH n, m WHERE m IS NULL RETURN count(n) AS c
;
MATCH (n:Theme) OPTIONAL MATCH (n)-[:BROADER]->(m) WHERE m.id STARTS WITH 'theme:g' RETURN count(n) AS c, count(m) AS d
;
MATCH (n:Theme) OPTIONAL MATCH p=(n)-[:BROADER*1..3]->(m) RETURN max(length(p)) AS c, count(p) AS d, count(DISTINCT n) AS e
;
MATCH (a:Theme)-[:BROADER]->(b), (c:Theme)-[:BROADER]->(b) WHERE a.id < c.id RETURN count(*) AS c
;
MATCH (a)-[r1:ABOUT]->(b)<-[r2:ABOUT]-(c) WHERE a.id < c.id AND r1.basis = 'stated' RETURN count(*) AS c
;
MATCH (a:Institution)--(x)--(b:Institution) WHERE a.id < b.id RETURN count(DISTINCT [a.id,b.id]) AS c
;
MATCH (a:Institution)-[*2]-(b:Institution) WHERE a.id < b.id RETURN count(*) AS c
;
MATCH (a:Institution {id:'institution:summa-college'})-[*1..3]-(b) RETURN count(DISTINCT b) AS c
;
MATCH p=(a:Institution {id:'institution:summa-college'})-[:ASKS|ABOUT*1..3]-(b) RETURN length(p) AS l, count(*) AS c ORDER BY l
;
MATCH p=(a:Institution {id:'institution:summa-college'})-[:ASKS|ABOUT*0..2]-(b) RETURN length(p) AS l, count(*) AS c ORDER BY l
;
MATCH p=(a:Institution {id:'institution:summa-college'})-[r*2..2]->(b) RETURN [x IN r | type(x)] AS t, count(*) AS c ORDER BY c DESC, t LIMIT 5
;
MATCH p=(a:Institution {id:'institution:summa-college'})-[r*1..2 {basis:'stated'}]->(b) RETURN count(*) AS c
;
MATCH p=shortestPath((a:Institution {id:'institution:summa-college'})-[:ASKS|ABOUT|BROADER*..6]-(b:Theme)) RETURN b.id AS i, length(p) AS l ORDER BY l, i LIMIT 8
;
MATCH p=shortestPath((a:Institution {id:'institution:summa-college'})-[*..6]->(b:Theme)) RETURN count(*) AS c
;
MATCH (a:Theme) WITH a ORDER BY a.id LIMIT 3 MATCH (a)--(b) WITH a, b ORDER BY b.id LIMIT 5 RETURN a.id AS a, b.id AS b ORDER BY a, b
;
MATCH (a:Theme) CALL (a) { OPTIONAL MATCH (a)-[:BROADER]->(b) RETURN b.id AS up ORDER BY up LIMIT 1 } RETURN a.id AS i, up ORDER BY i
;
MATCH (a:Theme) CALL (a) { MATCH (a)-[:BROADER]->(b) RETURN b UNION MATCH (a)<-[:BROADER]-(b) RETURN b } RETURN a.id AS i, count(b) AS c ORDER BY c DESC, i LIMIT 5
;
MATCH (a:Theme) CALL (a) { WITH a WHERE a.id > 'theme:s' RETURN 1 AS x } RETURN count(*) AS c
;
MATCH (a:Theme)-[r]-(b) WITH a, type(r) AS t, count(*) AS c WITH a, collect(t) AS ts, sum(c) AS s WHERE size(ts) > 1 RETURN a.id AS i, s ORDER BY s DESC, i LIMIT 5
;
MATCH (a:Theme) RETURN a.id AS i, size(a.name) AS s ORDER BY s, i LIMIT 3 UNION MATCH (a:Network) RETURN a.id AS i, size(a.name) AS s ORDER BY s, i LIMIT 3
;
MATCH (a:Theme) RETURN a.name AS n ORDER BY toLower(n) LIMIT 5
;
MATCH (a:Theme) RETURN a.name AS n ORDER BY a.contested, a.name DESC LIMIT 5
;
MATCH (a:Entity) RETURN DISTINCT a.kind AS k, a.contested AS c ORDER BY k, c
;
MATCH (a:Entity) WITH DISTINCT a.kind AS k ORDER BY k LIMIT 2 RETURN collect(k) AS ks
;
MATCH (a:Entity) WITH a SKIP 400 RETURN count(a) AS c
;
MATCH (a:Entity) WHERE a.name =~ '.*[0-9]+.*' RETURN count(a) AS c
;
MATCH (a:Entity) WHERE a.name =~ '(?i)^practoraat.*' RETURN count(a) AS c
;
MATCH (a:Entity) WHERE toLower(a.name) CONTAINS toLower('ICT') RETURN count(a) AS c
;
MATCH (a:Entity) RETURN substring(a.id, 0, 3) AS s, count(*) AS c ORDER BY s
;
MATCH (a:Entity) RETURN split(a.id, ':')[0] AS s, count(*) AS c ORDER BY s
;
MATCH (a:Entity) WITH a, split(a.id, ':') AS p RETURN p[0] = a.kind AS s, count(*) AS c
;
MATCH (a:Entity) WHERE a['kind'] = 'theme' RETURN count(*) AS c
;
MATCH (a:Entity) WHERE a[$s] IS NULL RETURN count(*) AS c
;
MATCH (a:Entity) WHERE a.kind = $s OR $none IS NULL RETURN count(*) AS c
;
MATCH (a:Entity) WHERE a.year = 2020.0 RETURN count(*) AS c
;
MATCH (a:Entity) WHERE a.year + 0.5 > 2020 RETURN count(*) AS c
;
MATCH (a:Entity) WHERE a.year % 2 = 0 RETURN count(*) AS c
;
MATCH (a:Entity) WHERE 2010 < a.year < 2020 RETURN count(*) AS c
;
MATCH (a:Entity) WHERE a.sources = a.sources RETURN count(*) AS c
;
MATCH (a:Entity) WHERE a.sources <> [] RETURN count(*) AS c
;
MATCH (a:Entity) WHERE a.bases[0] = 'stated' AND last(a.bases) = 'derived' RETURN count(*) AS c
;
MATCH (a:Entity) WHERE single(b IN a.bases WHERE b = 'stated') RETURN count(*) AS c
;
MATCH (a:Entity) WHERE none(b IN a.bases WHERE b = 'stated') RETURN count(*) AS c
;
MATCH (a:Entity) WHERE any(x IN a.nope WHERE x = 1) RETURN count(*) AS c
;
MATCH (a:Entity) WHERE all(x IN a.nope WHERE x = 1) RETURN count(*) AS c
;
MATCH (a:Entity) UNWIND a.nope AS x RETURN count(x) AS c
;
MATCH (a:Theme)-[r]->(b) RETURN properties(r).basis AS b, count(*) AS c ORDER BY b
;
MATCH (a:Theme)-[r]->(b) RETURN r {.basis, kind: type(r)} AS m LIMIT 1
;
MATCH (a:Theme)-[r]->(b) RETURN 'since' IN keys(r) AS m, count(*) AS c ORDER BY m
;
MATCH (a:Theme) WHERE 'Theme' IN labels(a) AND size(labels(a)) = 2 RETURN count(*) AS c
;
MATCH (a) WHERE NOT a:Entity RETURN count(*) AS c
;
MATCH (a:Entity:Theme) WHERE a:Theme AND NOT a:Network RETURN count(*) AS c
;
MATCH (a:Theme)--(b:Theme) RETURN count(*) AS c
;
MATCH (a:Theme)<-->(b:Theme) RETURN count(*) AS c
;
MATCH (a:Theme)-->(b:Theme)-->(c:Theme) RETURN count(*) AS c
;
MATCH (a:Theme)-[x]->(b:Theme)-[y]->(c:Theme) WHERE x.basis = y.basis RETURN count(*) AS c
;
MATCH (a:Theme)-[:NOPE]->(b) RETURN count(*) AS c
;
MATCH (a:Nope) RETURN a
;
MATCH (a:Theme) MATCH (a)--(b:Theme) MATCH (b)--(c:Theme) WHERE a <> c RETURN count(*) AS c
;
MATCH (a:Theme), (b:Theme) WHERE (a)-[:BROADER]->(b) RETURN count(*) AS c
;
MATCH (a:Theme), (b:Theme) WHERE NOT (a)--(b) AND a.id < b.id RETURN count(*) AS c
;
MATCH (a:Institution) WHERE COUNT { (a)-[:ASKS]->() } >= 2 AND EXISTS { (a)-[:PARTICIPATES_IN]->(:Network) } RETURN a.id AS i ORDER BY i
;
MATCH (a:Institution) RETURN a.id AS i, COUNT { (a)-[:ASKS]->(:Question)-[:ABOUT]->(t:Theme) WHERE t.id CONTAINS 'leren' } AS c ORDER BY c DESC, i LIMIT 5
;
MATCH (a:Institution) WITH a, [(a)-[:ASKS]->(q)-[:ABOUT]->(t) | t.id] AS ts RETURN a.id AS i, size(ts) AS s ORDER BY s DESC, i LIMIT 5
;
MATCH (a:Institution) RETURN a {.id, qs: [(a)-[:ASKS]->(q) | q.id]} AS m ORDER BY m.id LIMIT 0
;
RETURN [x IN [3,1,2] WHERE x > 1 | x * 2.5] AS a, [x IN [] | x] AS b, [x IN null | x] AS c
;
RETURN 10 / 4 AS a, 10 / 4.0 AS b, 10 % 4 AS c, -10 / 4 AS d, 2 ^ 3 AS e, 1e3 AS f, 5 - 8 AS g, -(3) AS h
;
RETURN abs(-1.5) AS a, ceil(-1.5) AS b, floor(1.5) AS c, round(0.5) AS d, round(1.5) AS e, sign(0) AS f, sqrt(2) AS g, log10(1000) AS h
;
RETURN toInteger('12abc') AS a, toInteger('') AS b, toInteger(' 12 ') AS c, toInteger('-5') AS d, toInteger('1e3') AS e, toInteger('0x10') AS f
;
RETURN toLower('ÀÉ') AS a, toUpper('straße') AS b, trim('\t a \n') AS c, ltrim('  a ') AS d, rtrim(' a  ') AS e
;
RETURN replace('abc', '', '-') AS a, replace('abc', 'z', '-') AS b, replace(null, 'a', 'b') AS c, replace('aaa', 'aa', 'b') AS d
;
RETURN substring('abc', 1) AS a, substring('abc', 3) AS b, substring('abc', 0, 10) AS c, left('abc', 0) AS d, right('abc', 2) AS e
;
RETURN split('a,b,,c', ',') AS a, split('abc', ',') AS b, split(null, ',') AS c, split('aXXb', 'XX') AS d
;
RETURN 'abc' < 'abd' AS a, 'a' < 'B' AS b, 'Z' < 'a' AS c, '' < 'a' AS d, 'é' > 'z' AS e
;
RETURN [1,2,3] = [1,2,3] AS a, [1,2] = [2,1] AS b, {a:1} = {a:1} AS c, {a:1} = {a:2} AS d, [] = [] AS e
;
RETURN 1 IN [1.0] AS a, 'a' IN ['A'] AS b, [1] IN [[1]] AS c, null IN [] AS d
;
RETURN null AND true AS a, null OR false AS b, null XOR true AS c, NOT null AS d, null = null AS e, null <> null AS f
;
RETURN CASE null WHEN null THEN 1 ELSE 2 END AS a, CASE WHEN null = null THEN 1 ELSE 2 END AS b, CASE 1 WHEN 1.0 THEN 'same' ELSE 'other' END AS c
;
RETURN coalesce(null, [], 1) AS a, head([null, 1]) AS b, last([]) AS c, tail([1]) AS d, reverse([]) AS e, size([null]) AS f
;
RETURN range(0, 10, 5) AS a, range(3, 1) AS b, range(3, 1, -1) AS c, range(0, 0) AS d
;
RETURN keys({}) AS a, {}.x AS b, {a: {b: [1, 2]}}.a.b[1] AS c
;
RETURN pi() > 3 AS a, e() > 2 AS b, exp(0) AS c, sin(0) AS d, degrees(pi()) AS e, atan2(0, 1) AS f
;
RETURN date({year: 2020, month: 1, day: 2}) AS a
;
RETURN date('2020-01-02') + duration('P1M') AS a, date('2020-01-31') + duration('P1M') AS b
;
RETURN date('2020-01-02') = date('2020-01-02') AS a, date('2020-01-02') < date('2020-01-03') AS b, date('2020-01-02') > datetime('2020-01-01T00:00:00Z') AS c
;
RETURN duration('P1D') = duration('PT24H') AS a, duration('P1W') AS b, duration('PT90M') AS c, duration('P0D') AS d
;
UNWIND [date('2020-01-02'), date('2019-01-01')] AS d RETURN d ORDER BY d
;
UNWIND [1.5, 2, null] AS x RETURN sum(x) AS a, avg(x) AS b, min(x) AS c, max(x) AS d, count(x) AS e, count(*) AS f
;
UNWIND ['b', 'a', null] AS x RETURN min(x) AS a, max(x) AS b, collect(x) AS c, count(DISTINCT x) AS d
;
UNWIND [1, 'a', 2.5, true] AS x RETURN min(x) AS a, max(x) AS b
;
UNWIND [[1], [2], [1]] AS x RETURN DISTINCT x ORDER BY x
;
UNWIND [{a: 1}, {a: 1}] AS x RETURN DISTINCT x
;
UNWIND [true, false, null] AS x RETURN x ORDER BY x
;
UNWIND [1, 2, 3] AS x WITH x ORDER BY x DESC RETURN collect(x) AS l
;
UNWIND [1, 2, 3] AS x WITH x, x * x AS y WHERE y > 1 RETURN sum(y) AS s
;
UNWIND [1, 2] AS x UNWIND [] AS y RETURN x, y
;
UNWIND [[1, 2], []] AS l UNWIND l AS x RETURN x
;
WITH [1, 2] AS l, {a: 1} AS m RETURN l[0] + m.a AS s, l[5] AS t, m.b AS u
;
WITH 'x' AS x CALL (x) { RETURN x + 'y' AS y } RETURN y
;
WITH null AS x MATCH (n:Theme) WHERE n.id = x RETURN n
;
MATCH (a:Theme) WHERE EXISTS { (a)-[:BROADER]->() } XOR a.id STARTS WITH 'theme:a' RETURN count(a) AS c
;
MATCH (a:Theme) WHERE (a)-[:BROADER]->() XOR a.id STARTS WITH 'theme:a' RETURN count(a) AS c
;
MATCH (a:Theme) WHERE COUNT { (a)--() } > 3 XOR a.id STARTS WITH 'theme:a' RETURN count(a) AS c
;
MATCH (a:Theme) WHERE NOT ((a)-[:BROADER]->() AND a.id STARTS WITH 'theme:a') RETURN count(a) AS c
;
MATCH (a:Theme) WHERE NOT ((a)-[:BROADER]->() OR a.id STARTS WITH 'theme:a') RETURN count(a) AS c
;
MATCH (a:Theme) WHERE EXISTS { (a)-[:BROADER]->() } = (a.year IS NULL) RETURN count(a) AS c
;
MATCH (a:Theme) WHERE CASE WHEN EXISTS { (a)-[:BROADER]->() } THEN a.id > 'theme:m' ELSE a.id < 'theme:d' END RETURN count(a) AS c
;
MATCH (a:Theme) WHERE (a.year IN []) XOR (a)-[:MADE]->() RETURN count(a) AS c
;
MATCH (a:Entity) WHERE (a.year IN []) XOR (a)-[:MADE]->() RETURN count(a) AS c
;
MATCH (a:Entity) WHERE a.year IN [] RETURN count(a) AS c
;
MATCH (a:Entity) WHERE NOT a.year IN [] RETURN count(a) AS c
;
MATCH (a:Entity) WHERE COUNT { (a)--() } > 0 XOR a.year IN [] RETURN count(a) AS c
;
MATCH (a:Entity) WHERE NOT (a.nope = 1) XOR true RETURN count(a) AS c
;
MATCH (a:Entity) WHERE single(a IN a.bases WHERE a = 'stated') RETURN count(a) AS c
;
MATCH (a:Entity) RETURN [a IN a.bases | a] AS l, count(*) AS c ORDER BY c DESC, l LIMIT 2
;
MATCH (a:Entity) WHERE a.year IN [2018, null] OR a.id > 'r' RETURN count(a) AS c
;
MATCH (a:Entity) WHERE NOT (a.year IN [2018, null]) OR a.id > 'r' RETURN count(a) AS c
;
// refused
RETURN 1/0 AS a
;
RETURN 1 = 1.0 AS a, '1' = 1 AS b, [1,2] = [1,2] AS c, [1,null] = [1,null] AS d, {a:1} = {a:1} AS e
;
RETURN 1 < 'a' AS a, 'a' < 'b' AS b, true < false AS c, [1] < [2] AS d
;
RETURN [1,2,3][0] AS a, [1,2,3][-1] AS b, [1,2,3][5] AS c, [1,2,3,4][1..3] AS d, [1,2,3][..-1] AS e
;
RETURN abs(-3) AS a, ceil(1.2) AS b, floor(-1.2) AS c, round(2.5) AS d, round(-2.5) AS e, sqrt(9) AS f, sign(-2) AS g, round(1.256,2) AS h
;
MATCH (n:Theme|Network) RETURN count(n)
;
MATCH (n:!Theme) RETURN count(n)
;
MATCH (n:Entity) RETURN n.kind AS k, collect(n.id)[0..0] AS l, count(*) AS c ORDER BY k
;
RETURN date('2021-03-01') AS d, date('2021-03-01').year AS y, duration('P1D') AS du
;
RETURN 'a' + 1 AS a, [1] + 2 AS b, [1] + [2] AS c
;
// refused
RETURN 'it''s' AS a
;
// refused
RETURN "q\"x" AS a, 'tab\t' AS b, 'u\u00e9' AS c
;
MATCH (n:Entity) WHERE size([(n)--(m:Theme) | m]) >= 5 RETURN count(n)
;
// refused
PROFILE MATCH (n:Theme) RETURN count(n)
;
// refused
MATCH (n:Theme) RETURN elementId(n) IS NOT NULL AS x, count(*) AS c
;
// refused
MATCH (n:Theme) RETURN isEmpty([]) AS a, valueType(1) AS b LIMIT 1
;
// refused
RETURN [x IN [3,1,2] | x] AS a, apoc.coll.sort([3,1,2]) AS b
;
RETURN round(1.256,2) AS h
;
RETURN sin(1) AS a, cos(1) AS b, tan(1) AS c, asin(0.5) AS d, acos(0.5) AS e, atan(0.5) AS f, atan2(1,2) AS g, cot(1) AS h, degrees(1) AS i, radians(90) AS j, haversin(0.5) AS k
;
RETURN trim(' a ') AS a, ltrim(' a ') AS b, rtrim(' a ') AS c, btrim('xax','x') AS d
;
RETURN left('abc',10) AS a, right('abc',10) AS b, substring('abc',5) AS c, split('','a') AS d, split('abc','') AS e
;
// refused
RETURN length('abc') AS a
;
RETURN toIntegerOrNull('a') AS a, toFloatOrNull('a') AS b, toStringOrNull([1]) AS c, toBooleanOrNull(1.5) AS d
;
RETURN toIntegerList(['1','a']) AS a, toStringList([1,2]) AS b
;
RETURN isEmpty([]) AS a
;
RETURN isEmpty('') AS a
;
RETURN isNaN(0.0/0.0) AS a
;
// refused
RETURN valueType(1) AS a
;
// refused
RETURN exists({a:1}.a) AS a
;
RETURN date('2021-03-01').year AS d
;
RETURN datetime('2021-03-01T10:11:12.123456789Z') AS a
;
RETURN datetime('2021-03-01T10:11:12[Europe/Amsterdam]') AS a
;
RETURN duration.between(date('2021-03-01'),date('2021-04-02')) AS a
;
// refused
RETURN point({x:1,y:2}) AS a
;
MATCH (n:Entity) RETURN percentileCont(n.year,0.5) AS a, percentileDisc(n.year,0.5) AS b
;
RETURN 1 + 2 * 3 - 4 / 2 AS a, (1+2)*3 AS b, -2^2 AS c, 2^3^2 AS d
;
// refused
RETURN 'a' + 'b' AS a, 'a' + 1 AS b, 1 + 'a' AS c, 'a' + 1.5 AS d, 'a' + true AS e
;
RETURN 'a' || 'b' AS a, [1] || [2] AS b
;
RETURN [1,2] + [3] AS a, [1,2] + 3 AS b, 0 + [1] AS c
;
RETURN '1' = 1 AS a
;
RETURN 1 < 'a' AS a
;
RETURN [1,2,3][..-1] AS a, [1,2,3][-2..] AS b
;
RETURN CASE 5 WHEN < 3 THEN 'a' WHEN > 4 THEN 'b' END AS a
;
RETURN CASE 5 WHEN 1, 5 THEN 'a' END AS a
;
MATCH (a:Theme WHERE a.id STARTS WITH 'theme:z')<-[r:ABOUT WHERE r.basis='stated']-(b) RETURN count(b) AS c
;
MATCH (a)-[r:!ASKS]->(b) RETURN count(*) AS c
;
MATCH (n:Theme&Entity) RETURN count(*) AS c
;
MATCH (n:%) RETURN count(*) AS c
;
MATCH (n IS Theme) RETURN count(*) AS c
;
MATCH (n) WHERE n:Theme|Network RETURN count(*) AS c
;
// refused
MATCH (n:Institution) WHERE exists((n)-[:ASKS]->()) RETURN count(n) AS c
;
MATCH (n:Institution) WHERE EXISTS { MATCH (n)-[:ASKS]->(q) RETURN q } RETURN count(n) AS c
;
MATCH (n:Institution) RETURN COUNT { MATCH (n)-[:ASKS]->(q) WHERE q.year IS NOT NULL RETURN q } AS c, count(*) AS d ORDER BY c
;
MATCH (n:Institution) WHERE size([(n)-[:ASKS]->(q) | q.id]) > 3 RETURN n.id AS i ORDER BY i
;
MATCH (n:Institution) OPTIONAL CALL (n) { MATCH (n)-[:MADE]->(q) RETURN q.id AS q ORDER BY q LIMIT 1 } RETURN n.id AS i, q ORDER BY i LIMIT 5
;
UNWIND 1 AS x RETURN x
;
UNWIND [1,2,3,4] AS x RETURN percentileCont(x,0.5) AS a, percentileDisc(x,0.5) AS b, stDev(x) AS c
;
MATCH (a:Entity {id:'theme:ai'}), (b:Entity {id:'institution:summa'}) RETURN length(shortestPath((a)-[*..8]-(b))) AS l
;
MATCH p=(a:Theme)-[:BROADER]->{1,2}(b) RETURN count(*) AS c
;
// refused
MATCH (n:Theme) FILTER n.id = 'x' RETURN n
;
// refused
MATCH (n:Theme) LET x = 1 RETURN x LIMIT 1
;
// refused
RETURN 1 AS x NEXT RETURN x
;
// refused
MATCH (n) USING INDEX n:Entity(id) WHERE n.id='x' RETURN n
;
// refused
MATCH (n:Entity) USING INDEX n:Entity(id) WHERE n.id='x' RETURN n
;
// refused
MATCH REPEATABLE ELEMENTS (a)-[r]->(b) RETURN count(*) AS c
;
// refused
RETURN 9223372036854775807 + 1 AS a
;
// refused
RETURN 9223372036854775808 AS a
;
// refused
RETURN 1 % 0 AS a
;
// refused
RETURN 'é' = 'e\u0301' AS a
;
// refused
RETURN $nope AS a
;
// refused
MATCH (n:Theme) WHERE n.id =~ '(theme' RETURN count(n) AS c
;
// refused
MATCH (n:Theme) RETURN sum(n.name) AS c
;
// refused
MATCH (n:Theme) RETURN size(n) AS c LIMIT 1
;
// refused
MATCH (n:Theme) RETURN size(5) AS c LIMIT 1
;
RETURN timestamp() > 0 AS a
;
RETURN rand() < 1 AS a
;
// refused
CALL db.labels() YIELD label RETURN label ORDER BY label
;
// refused
CALL db.relationshipTypes() YIELD relationshipType RETURN relationshipType ORDER BY relationshipType
;
// refused
MATCH (n:Theme {id: 'theme:zelfregulatie'}) RETURN id(n) IS NOT NULL AS a
;
MATCH (a:Theme)-[:BROADER*0..]->(b) RETURN count(*) AS c
;
MATCH (n:Institution) WHERE EXISTS { MATCH (n)-[:ASKS]->(q) WITH q WHERE q.year > 1 MATCH (q)--(t) } RETURN count(n) AS c
;
MATCH (n:Institution) WHERE EXISTS { UNWIND [1] AS x MATCH (n)-[:ASKS]->(q) } RETURN count(n) AS c
;
RETURN trim(BOTH 'x' FROM 'xax') AS a
;
MATCH (n:Theme) WHERE all(x IN [(n)--(m) | m.id] WHERE x STARTS WITH 'q') RETURN count(n) AS c
;
MATCH (n:Theme) WITH n ORDER BY size([(n)--(m) | m.id]) DESC, n.id LIMIT 2 RETURN n.id AS i
;
MATCH (n:Entity) WHERE n.id IN $ids AND labels(n)[1] IN $kinds RETURN count(n) AS c
;
MATCH (n:Theme) RETURN n.id AS i ORDER BY i OFFSET 2 LIMIT 1
;
MATCH (n:Theme) RETURN labels(n)[0] AS l
;
RETURN date('2020-01-01').year AS y
;
UNWIND 'a' AS x RETURN x
;
UNWIND $x AS x RETURN x
;
RETURN 1 = '1' AS a
;
MATCH (n:Theme) RETURN [x IN collect(n.id) WHERE x CONTAINS 'ai' | x] AS a
;
MATCH (n:Theme) RETURN reduce(s=0, x IN collect(n.id) | s + size(x)) AS a
;
MATCH (n:Theme) RETURN {c: count(n), k: collect(DISTINCT n.kind)} AS a
;
MATCH (n:Theme) RETURN [count(n), min(n.id)] AS a
;
MATCH (n:Theme) RETURN all(x IN collect(n.id) WHERE x STARTS WITH 'theme') AS a
;
MATCH (a:Theme {id:'theme:ai'}), (b:Theme {id:'theme:zelfregulatie'}), p=allShortestPaths((a)-[*..6]-(b)) RETURN [n IN nodes(p) | n.id] AS ids ORDER BY ids LIMIT 3
;
// refused
RETURN toFloat('12abc') AS a, toFloat('') AS b, toFloat(' 1.5 ') AS c, toFloat('1e3') AS d, toFloat(true) AS e
;
// refused
RETURN toString(12) AS a, toString(true) AS b, toString(date('2020-01-02')) AS c, toString([1]) AS d
;
// refused
RETURN date('2020-02-30') AS a
;
RETURN date('2020-1-2') AS a
;
RETURN date('2020') AS a
;
RETURN date('2020-W10-1') AS a
;
RETURN date('20200102') AS a
;
RETURN localdatetime('2020-01-02T03:04') AS a, datetime('2020-01-02T03:04:05.123Z') AS b, time('10:00') AS c
;
// refused
MATCH (a:Theme) WHERE ((a)-[:BROADER]->()) = true RETURN count(a) AS c
;
RETURN toInteger('42') AS a, toInteger('4.7') AS b, toFloat('x') AS c, toString(1.0) AS d, toBoolean('true') AS e, toString(true) AS f
;
// differs: The order of keys()
MATCH (n:Theme {id:'theme:zelfregulatie'}) RETURN properties(n).name AS a, keys(n) AS k
;
RETURN toString(1.0) AS a
;
RETURN toString(1e20) AS a, toString(1e-7) AS b, toString(123456789.123) AS c
;
RETURN [1,null] = [1,null] AS a
;
RETURN true < false AS a
;
RETURN [1] < [2] AS a
;
RETURN all(x IN [] WHERE x>0) AS a, any(x IN [null] WHERE x>0) AS b, none(x IN [1,null] WHERE x>1) AS c, single(x IN [1,1] WHERE x=1) AS d
;
// refused
MATCH (n:Theme) RETURN n.id.x AS c LIMIT 1
;
// refused
MATCH (a:Theme {id:'theme:ai'}) MATCH p=shortestPath((a)-[*..6]-(a)) RETURN length(p) AS l
;
MATCH (a:Entity) UNWIND a.name AS x RETURN count(x) AS c
;
RETURN toBoolean('yes') AS a, toBoolean(1) AS b, toBoolean('TRUE') AS c, toBoolean(' true ') AS d
;
// refused
RETURN substring('abc', -1) AS a
;
// refused
RETURN left('abc', -1) AS a
;
RETURN [1, 2] < [1, 3] AS a
;
MATCH (q:Question) WHERE NOT (q)<-[:ADDRESSES]-() RETURN q.name AS question ORDER BY question
;
MATCH (q:Question) OPTIONAL MATCH (q)<-[r:ADDRESSES]-() WITH q WHERE r IS NULL RETURN count(q) AS none
;
MATCH (i:Institution) WHERE i.since IS NOT NULL RETURN i.name, i.since ORDER BY i.since, i.name
;
MATCH (n:Entity) RETURN n.kind AS kind, count(*) AS many ORDER BY many DESC, kind
;
MATCH ()-[r]->() RETURN type(r) AS kind, r.basis AS basis, count(*) AS many ORDER BY many DESC, kind, basis
;
MATCH (a:Network)<-[:PARTICIPATES_IN]-(i:Institution)-[:PARTICIPATES_IN]->(b:Network) WHERE a.id < b.id RETURN i.name AS bridge, count(DISTINCT b) AS networks ORDER BY networks DESC, bridge LIMIT 10
;
MATCH (i:Institution)-[:ASKS]->(q) WITH i, collect(DISTINCT q.id) AS asked WHERE size(asked) > 2 RETURN i.name, size(asked) AS many ORDER BY many DESC, i.name
;
MATCH (t:Theme|Network)<-[:ABOUT]-(n) RETURN t.name, count(n) AS many ORDER BY many DESC, t.name LIMIT 5
;
MATCH (p:Product WHERE p.year >= 2019) RETURN p.year AS year, count(*) AS many, collect(p.name)[..2] IS NOT NULL AS some ORDER BY year
;
MATCH (i:Institution) RETURN i.name, COLLECT { MATCH (i)-[:MADE]->(p) RETURN p.name ORDER BY p.name } AS made ORDER BY i.name LIMIT 8
;
MATCH (t:Theme)-[:BROADER*]->(top) WHERE NOT (top)-[:BROADER]->() RETURN t.name, top.name ORDER BY t.name, top.name
;
MATCH (i:Institution)-[:ASKS]->(q:Question)-[:ABOUT]->(t:Theme) RETURN t.name, {asked: count(DISTINCT q), by: count(DISTINCT i)} AS sizes ORDER BY t.name LIMIT 10
;
MATCH (p:Product) RETURN avg(p.year) AS mean, percentileDisc(p.year, 0.5) AS middle, round(stDev(p.year), 2) AS spread
;
MATCH (a:Institution), (b:Institution) WHERE a.id < b.id MATCH p = shortestPath((a)-[*..4]-(b)) RETURN length(p) AS steps, count(*) AS pairs ORDER BY steps
;
MATCH (n:Entity) WHERE n.year IS NOT NULL WITH n, date({year: n.year}) AS d RETURN duration.between(d, date('2025-01-01')).years AS ago, count(*) AS many ORDER BY ago
;
RETURN range(0, 1, -123) AS a, range(0, -1, 2) AS b, range(9, 0, -2) AS c, range(0, 9, 2) AS d, range(5, 5, 3) AS e
;
MATCH (a:Theme)--(b) RETURN a.id, range(0, size(collect(b.nope)) - 1, 2) AS r ORDER BY a.id
;
MATCH (a:Theme) RETURN a.id, reverse(a.sources), reverse(a.name), reverse(a.nope) ORDER BY a.id
;
UNWIND [0.0 / 0.0, 0.0 / 0.0, [0.0 / 0.0]] AS x RETURN x, count(*) AS c ORDER BY x
;
UNWIND [0.0 / 0.0, 0.0 / 0.0] AS x RETURN count(DISTINCT x) AS c
;
UNWIND [0.0 / 0.0, 1 / 0.0, -1 / 0.0, 1e300] AS x RETURN toInteger(x) AS i, toIntegerOrNull(x) AS j
;
UNWIND [0, 1] AS x RETURN (1 / x = 1) AND false AS a, false AND (1 / x = 1) AS b, (1 / x = 1) OR true AS c, 1 / x <= 1 < 0 AS d
;
RETURN coalesce(1, date.truncate('day', localtime('10:11:12'))) AS c
;
// refused
RETURN duration.inDays(time('10:11:12+01:00'), time('09:11:12Z')) AS d
;
// refused
RETURN duration.inMonths(localtime('10:11:12'), localtime('09:11:12')) AS d
;
UNWIND [{k: null}, {}, {k: 1.0, l: 'a'}, {l: 1}, {k: 2, l: null}, {k: 'a'}] AS x UNWIND [{k: 1, l: null}, {k: null}, {}, {k: 'b'}] AS y RETURN x, y, x < y AS a, x <= y AS b, x > y AS c, x >= y AS d
;
MATCH (a:Institution)-[:ASKS]->(q:Question)<-[:ASKS]-(b:Institution) WHERE a < b RETURN count(*) AS pairs
;
MATCH p = (a:Network)-[r]->() RETURN a <= a AS a, r < r AS b, p >= p AS c, [a] < [a] AS d, {x: a} <= {x: a} AS e, a < r AS f, count(*) AS g
;
MATCH (x:Theme) ((a)-[:BROADER]->(b)){1,3} (y) RETURN x.id, [n IN a | n.id] AS a, [n IN b | n.id] AS b, y.id ORDER BY x.id, y.id
;
MATCH ((a:Theme)-[r:BROADER]->(b:Theme)){1,2} RETURN size(a) AS s, size(r) AS r, count(*) AS c ORDER BY s
;
MATCH p = (x:Institution {id: 'institution:summa-college'}) ((a)-[r]->(b) WHERE r.basis = 'stated'){0,2} (y) RETURN length(p) AS l, count(*) AS c ORDER BY l
;
MATCH (x)((a:Institution)-[:ASKS]->(q:Question)<-[:ASKS]-(b:Institution) WHERE a.id <> b.id){1,2}(y) RETURN count(*) AS c, count(DISTINCT x) AS x, count(DISTINCT y) AS y
;
MATCH (x:Theme)((a)-[:BROADER]->(b)){1,}(y:Theme {id: 'theme:gepersonaliseerd-leren'}) RETURN x.id, size(a) AS n ORDER BY x.id, n
;
MATCH ((a)-[:BROADER]->(b))+ RETURN size(b) AS n, count(*) AS c ORDER BY n
;
MATCH (x:Theme) ((a)-[:BROADER]->(b)){1,2} ((c)<-[:ABOUT]-(d)){1} (y:Question) RETURN x.id, y.id, [n IN a + c | n.id] AS via ORDER BY x.id, y.id, via
;
MATCH (a:Theme)-[r:BROADER]->{1,3}(b) RETURN a.id, b.id, size(r) AS n ORDER BY a.id, b.id, n
;
MATCH (a:Theme)-[r:BROADER]->{2}(b) RETURN a.id, b.id, [x IN r | x.basis] AS n ORDER BY a.id, b.id, n
;
MATCH (a:Theme)-[r:BROADER WHERE r.basis = 'derived']->+(b) RETURN count(*) AS c
;
MATCH (a:Network)-[r {basis: 'stated'}]-{1,2}(b:Institution) RETURN count(*) AS c
;
OPTIONAL MATCH (x:Theme {id: 'theme:nope'}) ((a)-[:BROADER]->(b)){1,3} (y) RETURN x, a, b, y
;
MATCH p = SHORTEST 1 (a:Institution {id: 'institution:summa-college'})-[]-+(b:Network) RETURN b.id, length(p) AS l ORDER BY b.id
;
MATCH p = ANY SHORTEST (a:Institution {id: 'institution:summa-college'})-[:ASKS|ABOUT]-+(b:Theme) RETURN b.id, length(p) AS l ORDER BY b.id
;
MATCH p = ALL SHORTEST (a:Institution {id: 'institution:summa-college'})-[:ASKS|ABOUT]-+(b:Theme) RETURN b.id, length(p) AS l, count(*) AS c ORDER BY b.id
;
MATCH p = SHORTEST 2 (a:Theme {id: 'theme:ai'})-[:BROADER|ABOUT]-{1,4}(b:Theme) RETURN b.id, collect(length(p)) AS l ORDER BY b.id
;
MATCH p = SHORTEST 2 GROUPS (a:Theme {id: 'theme:ai'})-[:BROADER|ABOUT]-{1,4}(b:Theme) RETURN b.id, length(p) AS l, count(*) AS c ORDER BY b.id, l
;
MATCH p = SHORTEST GROUP (a:Theme {id: 'theme:ai'})-[:BROADER|ABOUT]-{1,4}(b:Theme) RETURN b.id, length(p) AS l, count(*) AS c ORDER BY b.id, l
;
MATCH p = SHORTEST 1 (a:Theme)((x)-[:BROADER]->(y))+(b:Theme) RETURN a.id, b.id, length(p) AS l ORDER BY a.id, b.id
;
MATCH p = SHORTEST 1 (:Theme {id: 'theme:ai'})-[:BROADER]-*(:Theme) RETURN count(*) AS c, max(length(p)) AS m
;
MATCH ((a:Theme)-[:BROADER]->(b) WHERE a.id < b.id) RETURN a.id, b.id ORDER BY a.id, b.id
;
MATCH p = ((a:Theme)-[:BROADER]->(b)) RETURN a.id, length(p) AS l ORDER BY a.id, l
;
// refused
MATCH (t:Theme) ((a)-[:BROADER]->(b) WHERE t.id = a.id){1,2} (y) RETURN count(*) AS c
;
MATCH (t:Theme {id: 'theme:ai'}) MATCH (t) ((a)-[:BROADER]->(b) WHERE t.id <> b.id){1,2} (y) RETURN count(*) AS c
;
// refused
MATCH ((a)-[:BROADER]->(b)){3,1} RETURN count(*) AS c
;
// refused
MATCH ((a)-[:BROADER]->(b)){0} RETURN count(*) AS c
;
// refused
MATCH ((a)-[:BROADER]->(b)){0,0} RETURN count(*) AS c
;
// refused
MATCH (((a)-[:BROADER]->(b)){1,2}){1,2} RETURN count(*) AS c
;
// refused
MATCH ((a)){1,2} RETURN count(*) AS c
;
// refused
MATCH (p = (a)-[:BROADER]->(b)){1,2} RETURN count(*) AS c
;
// refused
MATCH (a:Theme)-[:BROADER*1..2]->(b)-[:BROADER]->+(c) RETURN count(*) AS c
;
// refused
MATCH SHORTEST 1 (a:Theme)-[:BROADER]->+(b), (c:Network) RETURN count(*) AS c
;
// refused
MATCH (a:Theme)((a)-[:BROADER]->(b)){1,2} RETURN count(*) AS c
;
// refused
MATCH ((a:Theme)-[:BROADER]->(b)){1,2} RETURN a.id
;
MATCH ((a:Theme)-[:BROADER]->(a)){1,2} RETURN count(*) AS c
;
// refused
MATCH (x:Theme) ((a)-[:BROADER]->(b)) (y) RETURN count(*) AS c
;
// refused
MATCH p = SHORTEST 0 (a:Theme)-[:BROADER]->+(b) RETURN count(*) AS c
;
// refused
MATCH (a:Theme)-[r:BROADER*1..2 WHERE r.basis = 'stated']->(b) RETURN count(*) AS c
;
// refused
MATCH (n:Theme WHERE m.id = 'x') RETURN n
;
MATCH (a:Theme)-[:BROADER]->(b WHERE b.id > a.id) RETURN a.id, b.id ORDER BY a.id, b.id
;
MATCH (a:Theme)-[r:BROADER WHERE b.id > a.id]->(b) RETURN a.id, b.id ORDER BY a.id, b.id
;
MATCH (n:Theme) RETURN EXISTS { (n) ((a)-[:BROADER]->(b)){2} (m) } AS e, count(*) AS c ORDER BY e
;
MATCH (n:Theme) RETURN n.id, COUNT { (n) ((a)-[:BROADER]->(b))+ (m) } AS e ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id, COLLECT { MATCH (n) ((a)-[:BROADER]->(b))+ (m) RETURN m.id ORDER BY m.id } AS e ORDER BY n.id
;
MATCH (a:Theme)-[:BROADER]->+(b) RETURN a {.id, up: b.id} AS x ORDER BY a.id, b.id
;
MATCH ALL (a:Theme)-[:BROADER]->+(b) RETURN a.id, b.id ORDER BY a.id, b.id
;
MATCH (x:Question) ((q)-[:ABOUT]->(t:Theme)-[:BROADER]->(u:Theme)){1,2} (z) RETURN count(*) AS c
;
MATCH (y:Theme {id: 'theme:leren'}) MATCH (x) ((a)-[:BROADER]->(b)){1,3} (y) RETURN x.id, [n IN a | n.id] AS a, [n IN b | n.id] AS b ORDER BY x.id, a
;
MATCH (x)-[:ASKS]->(m) ((a)-[:ABOUT]->(b)){1,2} (y {id: 'theme:zelfregulatie'}) RETURN x.id, m.id, [n IN a | n.id] AS a, [n IN b | n.id] AS b ORDER BY x.id, m.id, a
;
UNWIND [1, 1.0, 'a', true, null, [1], [1, null], ['a', 1], {a: 1}, date('2020-01-01'), duration('P1D')] AS x RETURN x, x IS :: INTEGER AS a, x IS :: INTEGER NOT NULL AS b, x IS NOT :: INTEGER AS c, x IS TYPED FLOAT AS d, x IS NOT TYPED STRING AS e, x IS :: LIST<INTEGER> AS f, x IS :: LIST<INTEGER NOT NULL> AS g, x IS :: INTEGER | STRING AS h, x IS :: ANY AS i, x IS :: NOTHING AS j, x IS :: NULL AS k, x IS :: MAP AS l, x IS :: DATE AS m, x IS :: DURATION AS n, x IS :: BOOL AS o
;
UNWIND [1, null, [], [[1]], [1.5]] AS x RETURN x IS :: LIST<ANY> AS a, x IS :: ANY NOT NULL AS b, x IS :: LIST<LIST<INTEGER>> AS c, x IS :: LIST<NOTHING> AS d, x IS :: LIST<FLOAT | INTEGER> AS e, x :: INTEGER AS f, x IS :: INTEGER LIST AS g, x IS :: ARRAY<FLOAT> NOT NULL AS h, x IS :: NULL NOT NULL AS i, x IS :: ANY<INTEGER | LIST<ANY>> AS j
;
RETURN time('10:00Z') IS :: ZONED TIME AS a, localtime('10:00') IS :: LOCAL TIME AS b, datetime('2020-01-01T10:00Z') IS :: ZONED DATETIME AS c, localdatetime('2020-01-01T10:00') IS :: LOCAL DATETIME AS d, time('10:00Z') IS :: TIME WITH TIMEZONE AS e, localtime('10:00') IS :: TIME WITHOUT TIME ZONE AS f, datetime('2020-01-01T10:00Z') IS :: TIMESTAMP WITH TIME ZONE AS g, localdatetime('2020-01-01T10:00') IS :: TIMESTAMP WITHOUT TIMEZONE AS h
;
// refused
UNWIND [1, 'a', null] AS x RETURN x IS :: INTEGER | STRING NOT NULL AS a
;
UNWIND [1, 'a', null] AS x RETURN x IS :: INTEGER NOT NULL | STRING NOT NULL AS a
;
MATCH (n:Entity) WHERE n.year IS :: INTEGER NOT NULL RETURN count(n) AS c
;
RETURN normalize('ﬁ', NFKC) AS a, size(normalize('é', NFD)) AS b, 'é' IS NORMALIZED AS c, normalize('é', NFD) IS NOT NFC NORMALIZED AS d, normalize(null) AS e, null IS NORMALIZED AS f
;
RETURN 'a' || 'b' AS a, [1] || [2] AS b, null || 'a' AS c, 'a' || null AS d
;
MATCH (n:Theme) RETURN n.name || ' / ' || n.id AS a ORDER BY a
;
MATCH (n:Theme) RETURN reverse(left(n.id, 4)) AS a, reverse(toUpper(n.name)) AS b, reverse(n.sources) AS c, reverse(coalesce(n.none, 'ab')) AS d ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id AS id, reverse(CASE WHEN n.name STARTS WITH 'Z' THEN n.sources ELSE n.name END) AS a, reverse(split(n.name, ' ')) AS b ORDER BY n.id
;
// refused
RETURN 'a' || 1 AS a
;
// refused
RETURN [1] || 2 AS a
;
// refused
UNWIND [1, 2] AS x RETURN x || x AS a
;
UNWIND ['a', [1]] AS x RETURN x || x AS a
;
MATCH (n) WHERE any(x IN labels(n) WHERE x IN $kinds) RETURN count(n) AS c
;
RETURN toInteger('a') AS a, TOINTEGER('7') AS b, Tostring(1) AS c, toFloatOrNull([1]) AS d, COALESCE(null, 1) AS e, DateTime('2020-01-01T10:00Z').year AS f, stdev(1) AS g, DURATION.INDAYS(date('2020-01-01'), date('2020-02-01')) AS h
;
// refused
UNWIND [[1]] AS x RETURN toInteger(x) AS a
;
// refused
UNWIND [1] AS x RETURN startNode(x) AS a
;
// refused
UNWIND ['x'] AS x RETURN percentileCont(x, 0.5) AS a
;
// refused
UNWIND ['x'] AS x RETURN stDevP(x) AS a
;
MATCH (n:Theme) RETURN n.id, COUNT { MATCH (n)<-[:ABOUT]-(m) WITH m WHERE m.id <> n.id RETURN m } AS c ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id, COLLECT { MATCH (n)<-[:ABOUT]-(m) WITH m RETURN n.id AS x } AS c ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id, COLLECT { MATCH (n)<-[:ABOUT]-(m) WITH m.kind AS k, count(*) AS c RETURN n.id + k AS x ORDER BY x } AS c ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id, COUNT { MATCH (n)<-[:ABOUT]-(m) WITH DISTINCT m.kind AS k MATCH (n)-[:BROADER]->(u) RETURN u } AS c ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id, COUNT { MATCH (n)<-[:ABOUT]-(m) RETURN n } AS c ORDER BY n.id
;
// refused
MATCH (n:Theme) RETURN n.id, COUNT { MATCH (n)<-[:ABOUT]-(m) RETURN m.id AS n } AS c ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id, COUNT { UNWIND [1, 2] AS x RETURN x } AS c ORDER BY n.id
;
// refused
MATCH (n:Theme) RETURN n.id, COUNT { UNWIND [1, 2] AS n RETURN n } AS c ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id, EXISTS { MATCH (n)-[:BROADER]->(m) WITH * WHERE m.id > n.id RETURN * } AS c ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id, EXISTS { MATCH (n)-[:BROADER]->(m) WITH m } AS c ORDER BY n.id
;
// refused
MATCH (n:Theme) RETURN COUNT { MATCH (n)-[:BROADER]->(m) UNION MATCH (n)-[:BROADER]->(m) RETURN m } AS c
;
MATCH (n:Theme) CALL (n) { WITH n MATCH (n)-[:BROADER]->(m) RETURN m } RETURN count(*) AS c
;
MATCH (n:Theme) CALL (n) { MATCH (n)-[:BROADER]->(m) WITH m RETURN n.id AS x, m.id AS y } RETURN x, y ORDER BY x, y
;
// refused
MATCH (n:Theme) CALL (n) { MATCH (n)-[:BROADER]->(m) WITH 1 AS n RETURN n AS x } RETURN count(*) AS c
;
// refused
MATCH (n:Theme) CALL { WITH n MATCH (n)-[:BROADER]->(m) WITH m RETURN n.id AS x } RETURN count(*) AS c
;
MATCH (n:Theme) CALL (n) { MATCH (n)-[:BROADER]->(m) WITH count(m) AS c MATCH (n)<-[:ABOUT]-(q) RETURN c, count(q) AS d } RETURN n.id, c, d ORDER BY n.id
;
MATCH (n:Theme) CALL (*) { MATCH (n)-[:BROADER]->(m) WITH count(m) AS c RETURN c + size(n.id) AS d } RETURN n.id, d ORDER BY n.id
;
// refused
RETURN datetime({year: 2021, hour: 4}) AS a
;
// refused
RETURN datetime({year: 2021, week: 5, hour: 4}) AS a
;
// refused
RETURN localdatetime({year: 2021, month: 5, minute: 4}) AS a
;
// refused
RETURN datetime({year: 2021, quarter: 2, hour: 4}) AS a
;
// refused
RETURN datetime({year: 2021, time: localtime('10:00')}) AS a
;
RETURN datetime({year: 2021, timezone: '+01:00'}) AS a, datetime({date: date('2020-03-04'), year: 2021, hour: 4}) AS b, datetime({year: 2021, ordinalDay: 40, hour: 4}) AS c, date({year: 2021, week: 53, dayOfWeek: 2}) AS d, date({year: 2021, quarter: 1, dayOfQuarter: 92}) AS e, datetime({year: 2021, month: 2, day: 3, time: localtime('10:00')}) AS f
;
// refused
MATCH (n:Theme) RETURN count(*) + COUNT { (n)--() } AS c
;
// refused
MATCH (n:Theme) RETURN count(*) + size([(n)--() | 1]) AS c
;
MATCH (n:Theme) RETURN count(*) + size([(m:Theme)--() | 1]) AS c
;
// refused
MATCH (n:Theme) RETURN CASE WHEN EXISTS { (n)--() } THEN count(*) END AS c
;
MATCH (n:Theme) RETURN n, count(*) + COUNT { (n)-[:BROADER]->() } AS c ORDER BY n.id
;
MATCH (n:Theme) WITH n.kind AS k, collect(n) AS ns RETURN k, size([x IN ns WHERE COUNT { (x)-[:BROADER]->() } = 1]) AS l
;
MATCH (n:Theme) RETURN n.id, COLLECT { MATCH (n)<-[:ABOUT]-(m) WITH m.kind AS k, count(*) AS c RETURN n.id + k + c AS x ORDER BY x } AS c ORDER BY n.id
;
MATCH (n:Theme) RETURN n.id, COUNT { MATCH (n)<-[:ABOUT]-(m) WITH m.kind AS k, count(*) AS c WHERE c > 1 AND n.id <> '' RETURN k } AS c ORDER BY n.id
;
MATCH (n:Theme) WITH n ORDER BY size(n.sources) DESC LIMIT 1 RETURN reverse(n['sources']) AS a, n.sources AS b, reverse(properties(n).sources) AS c, reverse(n {.sources}.sources) AS d, reverse(head([n.sources])) AS e, reverse([x IN n.sources | x]) AS f, reverse(n.name) AS g, reverse(coalesce(n.sources, [])) AS h, reverse(tail(n.sources)) AS i, reverse(n.sources[1..]) AS j, reverse(keys(n)) IS NULL AS k, reverse(CASE WHEN true THEN n.sources END) AS l
;
MATCH (n:Theme)--(m) WITH n, m.sources AS s ORDER BY n.id, m.id RETURN n.id, s, reverse(s) AS r, count(*) AS c ORDER BY n.id, s, c
;
MATCH (n:Theme) RETURN reverse(collect(n.kind)) = collect(n.kind) AS a, reverse(head(collect(n.kind))) AS b
;
MATCH (n:Theme) WITH collect(n.id) AS c WITH c ORDER BY size(c) RETURN size(reverse(c)) AS a
;
MATCH (n:Theme) RETURN n.kind AS k, reverse(n.kind) AS r, count(*) AS c
;
MATCH (n:Theme) WITH n, n.sources AS s WHERE reverse(s)[0] = s[0] RETURN count(n) AS c
;
MATCH p = (a:Theme)-[:BROADER*]->(b) RETURN [x IN reverse(nodes(p)) | x.id] AS i ORDER BY i
;
MATCH (n:Theme) RETURN all(x IN reverse(n.sources) WHERE x IN n.sources) AS a, count(*) AS c
;
UNWIND [0] AS x RETURN 1 / x IN [y IN [1] WHERE y > 1] AS a, 1 / x IN null AS b, 1 / x IN [] AS c
;
UNWIND [duration('P1D'), duration('PT1S')] AS d UNWIND [duration('P1D'), duration('PT1S'), 1, null] AS e RETURN d >= e AS a, d > e AS b, d <= e AS c, d < e AS f, d = e AS g, d <> e AS h
;
UNWIND [1] AS z RETURN [duration('P1D')] <= [duration('P1D')] AS a, [duration('P1D')] < [duration('P1D')] AS b, [duration('P1D'), 1] < [duration('P1D'), 2] AS c, [duration('P1D'), 1] <= [duration('P1D'), 2] AS d, {k: duration('P1D')} <= {k: duration('P1D')} AS e, [duration('P1D')] <= [duration('P2D')] AS f, [null] <= [null] AS g, [1, null] < [2] AS h
;
UNWIND ['', '-', '--', 'x', 'te'] AS by RETURN by, split('stated', by) AS a, split('', by) AS b
;
// refused
UNWIND [-2.75] AS y RETURN y / size([]) AS a
;
UNWIND [-2.75] AS y RETURN y % size([]) AS a
;
UNWIND [2.5] AS y RETURN y / 0.0 AS a, y % 0.0 AS b, 0 / y AS c, 0.0 / y AS d
;
// refused
UNWIND [0] AS y RETURN 2.5 / y AS a
;
UNWIND [duration('P1D'), null, duration('PT1S'), duration('P1D')] AS d RETURN d ORDER BY d DESC
;
UNWIND [duration('P1D'), null, duration('PT1S'), duration('P1M')] AS d RETURN min(d) AS a, max(d) AS b, collect(DISTINCT d) AS c
;
MATCH (i:Institution) WHERE NOT (i)-[:ASKS]->() AND NOT (i)-[:MADE]->() RETURN i.name AS instelling ORDER BY instelling
;
MATCH (i:Institution)-[:ASKS]->(:Question)-[:ABOUT]->(t:Theme) WHERE t.name CONTAINS 'leren' RETURN t.name AS thema, collect(DISTINCT i.name)[..3] IS NOT NULL AS een, count(DISTINCT i) AS aantal ORDER BY aantal DESC, thema
;
MATCH (q:Question)-[:ABOUT]->(t:Theme) WITH t, count(q) AS vragen OPTIONAL MATCH (p:Product)-[:ABOUT]->(t) WITH t, vragen, count(DISTINCT p) AS producten WHERE vragen > 2 * producten RETURN t.name AS `thema's met weinig aanbod`, vragen, producten ORDER BY vragen DESC, t.name
;
MATCH (n:Network) WHERE n.since IS NOT NULL RETURN n.name AS netwerk, n.since AS sinds, coalesce(n.until, 2025) - n.since AS jaren, CASE WHEN n.until IS NULL THEN 'loopt nog' ELSE 'afgerond' END AS status ORDER BY sinds, netwerk
;
MATCH (a:Institution)-[:ASKS]->(q:Question)<-[:ADDRESSES]-(p:Product)<-[:MADE]-(b:Institution) WHERE a <> b RETURN a.name AS vrager, b.name AS maker, collect(DISTINCT p.name) IS NOT NULL AS x, count(DISTINCT q) AS vragen ORDER BY vragen DESC, vrager, maker
;
MATCH (s:Source) WITH s MATCH (n:Entity) WHERE s.id IN n.sources RETURN s.title AS bron, count(n) AS items ORDER BY items DESC, bron LIMIT 10
;
MATCH (p:Product) WHERE p.year IS NOT NULL WITH p.year - p.year % 5 AS vanaf, count(*) AS aantal RETURN toString(vanaf) + '–' + toString(vanaf + 4) AS periode, aantal ORDER BY periode
;
MATCH (t:Theme {id: 'theme:zelfregulatie'})<-[:BROADER*0..]-(onder:Theme)<-[:ABOUT]-(n) RETURN labels(n)[-1] IS NOT NULL AS l, n.kind AS soort, count(DISTINCT n) AS aantal ORDER BY soort
;
MATCH (i:Institution)-[r]-() WITH i, count(r) AS verbanden, sum(CASE r.basis WHEN 'stated' THEN 1 ELSE 0 END) AS vermeld RETURN i.name AS instelling, verbanden, round(100.0 * vermeld / verbanden, 1) AS `% één bron` ORDER BY verbanden DESC, instelling LIMIT 12
;
MATCH (a:Institution {name: 'Summa College'}), (b:Institution) WHERE a <> b MATCH p = shortestPath((a)-[*..6]-(b)) RETURN b.name AS naar, length(p) AS stappen ORDER BY stappen, naar LIMIT 15
;
MATCH (n:Entity) WHERE n.contested RETURN n.kind AS soort, n.name AS naam, [x IN range(0, size(coalesce(n.claim_about, [])) - 1) | n.claim_about[x] + ': ' + n.claim_value[x]] AS claims ORDER BY soort, naam
;
MATCH (n:Entity) WHERE toLower(n.name) =~ '.*(ict|digita).*' RETURN n.kind AS soort, count(*) AS aantal ORDER BY aantal DESC, soort
;
MATCH (a:Activity) WHERE a.date =~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' WITH a, date(a.date) AS dag RETURN a.name, dag, dag.year AS jaar, dag.quarter AS kwartaal ORDER BY dag, a.name
;
MATCH (a:Activity) RETURN a.name, CASE WHEN a.date =~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' THEN date(a.date) END AS dag ORDER BY a.name LIMIT 20
;
MATCH (i:Institution) CALL (i) { MATCH (i)-[:PARTICIPATES_IN]->(n:Network) RETURN n ORDER BY n.since DESC, n.id LIMIT 1 } RETURN i.name, n.name ORDER BY i.name LIMIT 20
;
MATCH (n:Network)<-[:PARTICIPATES_IN]-(i:Institution) WITH n, count(i) AS leden ORDER BY leden DESC, n.name LIMIT 5 MATCH (n)<-[:PARTICIPATES_IN]-(i) RETURN n.name, leden, COUNT { (i)-[:ASKS]->() } AS vragen, i.name ORDER BY leden DESC, n.name, i.name
;
MATCH (x:Institution {id: 'institution:summa-college'})-[:ASKS|MADE]->()-[:ABOUT]->(t)<-[:ABOUT]-()<-[:ASKS|MADE]-(y:Institution) WHERE x <> y RETURN y.name AS collega, count(DISTINCT t) AS gedeeld ORDER BY gedeeld DESC, collega LIMIT 10
;
WITH 1 AS is, 2 AS `in`, 3 AS `case` RETURN is + `in` + `case` AS `then`
;
MATCH (q:Question) WITH q, [1] AS is RETURN size(is) AS `als`, count(q) AS c
;
MATCH (t:Theme) RETURN t.name AS `thema's`, t.id AS `één naam` ORDER BY `thema's` LIMIT 3
;
MATCH (t:Theme) WITH t AS `het thema` RETURN `het thema`.id AS i ORDER BY i LIMIT 3
;
RETURN {`een sleutel`: 1, `null`: 2}.`een sleutel` AS a, {null: 1}.null AS b
;
// refused
MATCH (a:Institution {id: 'institution:summa-college'}) MATCH p = shortestPath((a)-[*..4]-(a)) RETURN length(p)
;
MATCH (a:Institution {id: 'institution:summa-college'}), (b:Network) MATCH p = shortestPath((a)-[:PARTICIPATES_IN|PART_OF*..6]-(b)) RETURN b.id, length(p) AS l ORDER BY b.id
;
MATCH (a:Institution {id: 'institution:summa-college'}), (b:Theme {id: 'theme:ai'}) MATCH p = allShortestPaths((a)-[*..6]-(b)) RETURN length(p) AS l, count(*) AS c
;
MATCH (a:Institution {id: 'institution:summa-college'}), (b:Theme {id: 'theme:ai'}) MATCH p = shortestPath((a)-[*..8]-(b)) WHERE all(r IN relationships(p) WHERE r.basis = 'stated') RETURN length(p) AS l
;
// refused
MATCH (a:Theme {id: 'theme:ai'}) RETURN length(shortestPath((a)-[:BROADER*..5]-(a))) AS l
;
MATCH (a:Theme {id: 'theme:ai'}), (b:Theme {id: 'theme:leren-met-ict'}) RETURN length(shortestPath((a)-[:BROADER*..5]-(b))) AS l, shortestPath((a)-[:MADE*..5]-(b)) IS NULL AS n
;
MATCH p = (a:Theme)-[:BROADER*2]->(b) RETURN [n IN nodes(p) | n.id] AS ids, [r IN relationships(p) | type(r)] AS t ORDER BY ids
;
MATCH p = (a:Theme {id: 'theme:ai'}) RETURN length(p) AS l, size(nodes(p)) AS n, relationships(p) AS r
;
MATCH (a)-[r:ASKS]-(b:Question) WHERE startNode(r) = a RETURN count(*) AS c
;
MATCH (a:Institution)-[r:ASKS]->(q) RETURN a.id, r.id IS NOT NULL AS i, keys(r) IS NULL AS k, r.basis, r.sources[0] IS NOT NULL AS s ORDER BY a.id, q.id LIMIT 8
;
MATCH (n:Theme) RETURN n {.id, .nope, x: 1, n2: n.name} AS m ORDER BY n.id LIMIT 2
;
MATCH (n:Theme) RETURN n {.*, name: null}.id AS m ORDER BY m LIMIT 2
;
WITH {a: 1, b: {c: [1, 2]}} AS m RETURN m {.a, d: m.b.c[0]} AS x, m.b['c'][-1] AS y, keys(m) = ['a', 'b'] AS k, m.z IS NULL AS n
;
UNWIND [1, 'a', null, true, 2.5, [1], {a: 1}, date('2020-01-01')] AS x RETURN x ORDER BY x DESC
;
UNWIND [1, 'a', null, true, 2.5] AS x RETURN min(x) AS a, max(x) AS b
;
UNWIND [3, 1, null, 2] AS x RETURN collect(x) AS a, count(x) AS b, count(*) AS c, sum(x) AS d, avg(x) AS e, stDev(x) AS f, stDevP(x) AS g
;
MATCH (n:Nope) RETURN count(n) AS a, sum(n.x) AS b, avg(n.x) AS c, min(n.x) AS d, collect(n.x) AS e, stDev(n.x) AS f, percentileCont(n.x, 0.5) AS g
;
UNWIND [1, 1, 2] AS x RETURN count(DISTINCT x) AS a, sum(DISTINCT x) AS b, avg(DISTINCT x) AS c, collect(DISTINCT x) AS d
;
UNWIND [1, 1.0, '1', 2] AS x RETURN x AS k, count(*) AS c
;
UNWIND [[1], [1.0], [null], [null]] AS x RETURN x AS k, count(*) AS c
;
RETURN substring('één twee', 1, 3) AS a, left('abc', 5) AS b, right('abc', 2) AS c, replace('a.b.c', '.', '') AS d, split('a,b,,c', ',') AS e, trim('  x ') AS f, ltrim('  x ') AS g, rtrim('  x ') AS h, toUpper('éß') AS i, toLower('ÉI') AS j, reverse('één') AS k, size('één') AS l
;
RETURN trim(BOTH 'x' FROM 'xxaxx') AS a, trim(LEADING 'x' FROM 'xxaxx') AS b, trim(TRAILING 'x' FROM 'xxaxx') AS c, btrim('xyaxy', 'xy') AS d, ltrim('00120', '0') AS e, substring('abc', 5) AS f, substring('abc', 0, 0) AS g
;
RETURN 'Één' =~ '(?i)één' AS a, 'Één' =~ '(?iu)één' AS b, 'abc' =~ 'ab' AS c, 'a\nb' =~ 'a.b' AS d, 'a\nb' =~ '(?s)a.b' AS e, 'x1' =~ '\\w\\d' AS f, 'é' =~ '\\w' AS g, 'AB' =~ '(?i)[a-b]+' AS h
;
MATCH (n:Entity) WHERE n.name =~ '(?i).*onderzoek.*' RETURN n.id ORDER BY n.id
;
MATCH (n:Entity) WHERE n.name STARTS WITH 'De' OR n.name ENDS WITH 'ict' OR n.name CONTAINS 'leer' RETURN count(n) AS c
;
RETURN 'a' STARTS WITH null AS a, null CONTAINS 'a' AS b, 'abc' CONTAINS '' AS c, 1 STARTS WITH 'a' AS d
;
RETURN null AND false AS a, null OR true AS b, null XOR true AS c, NOT null AS d, null = null AS e, null <> null AS f, null IS NULL AS g, true XOR true AS h
;
RETURN 1 < 2 < 3 AS a, 3 > 2 > 2 AS b, 1 = 1 = true AS c, 1 <> 2 <> 1 AS d
;
RETURN reduce(a = 0, x IN [1, 2, 3] | a + x) AS a, reduce(a = '', x IN ['a', 'b'] | a + x) AS b, reduce(a = [], x IN [1, 2] | [x] + a) AS c, reduce(a = 1, x IN [] | a * x) AS d, reduce(a = 0, x IN [1, null] | a + x) AS e
;
RETURN range(1, 5) AS a, range(5, 1) AS b, range(5, 1, -2) AS c, range(0, 10, 4) AS d, range(1, 1) AS e
;
RETURN head([]) AS a, last([]) AS b, tail([]) AS c, tail([1]) AS d, head([null, 1]) AS e, size([null]) AS f, reverse([1, 'a']) AS g, isEmpty([]) AS h, isEmpty('') AS i, isEmpty({}) AS j
;
RETURN toIntegerList(['1', 2.7, 'x', null]) AS a, toFloatList([1, '2']) AS b, toBooleanList(['true', 0, 'x']) AS c, toStringList([1, 1.5, true, null, date('2020-01-01')]) AS d
;
RETURN coalesce(null, null, 3) AS a, nullIf(1, 1.0) AS b, nullIf('a', 'b') AS c, coalesce(null) AS d
;
RETURN [x IN range(1, 10) WHERE x % 2 = 0 | x ^ 2] AS a, [x IN [1, null, 3] WHERE x > 1] AS b, [x IN null | x] AS c, [x IN [[1, 2], [3]] | size(x)] AS d
;
RETURN sin(0) AS a, cos(0) AS b, exp(0) AS c, log(1) AS d, log10(100) AS e, sqrt(16) AS f, sqrt(-1) AS g, atan2(1, 1) AS h, degrees(pi()) AS i, radians(180) AS j, haversin(0.5) AS k, e() AS l, cot(1) AS m, log(0) AS n
;
RETURN 0.1 + 0.2 AS a, 1e-7 AS b, 123456789012345678 AS c, 1.7976931348623157e308 * 10 AS d, 3.0 AS e, [3.0, 1] AS f, {a: 2.0} AS g, 1_000 AS h, 0x1F AS i, 0o17 AS j
;
RETURN date('20210304') AS a, date('2021-063') AS b, date('2021-W09-4') AS c, date('2021-Q1-63') AS d, date('202103') AS e, date('2021') AS f, date('+12021-01-01') AS g
;
RETURN localtime('101112.5') AS a, time('10:11+01:30') AS b, localdatetime('20210304T101112') AS c, datetime('2021-03-04T10:11:12[Europe/Amsterdam]') AS d, datetime('2021-07-04T10:11:12+02:00[Europe/Amsterdam]') AS e
;
RETURN datetime({year: 2021, month: 3, day: 28, hour: 2, minute: 30, timezone: 'Europe/Amsterdam'}) AS a, datetime({epochSeconds: 1616898600, timezone: 'Europe/Amsterdam'}) AS b, datetime.fromEpoch(1616898600, 5) AS c, datetime.fromEpochMillis(1616898600123) AS d
;
WITH datetime('2021-03-04T10:11:12.123456789+01:00') AS d RETURN d.year, d.month, d.hour, d.minute, d.second, d.millisecond, d.microsecond, d.nanosecond, d.timezone, d.offset, d.offsetMinutes, d.offsetSeconds, d.epochSeconds, d.epochMillis
;
WITH datetime('2021-03-04T23:30:00-05:00') AS d RETURN date(d) AS a, time(d) AS b, localtime(d) AS c, localdatetime(d) AS e, datetime({datetime: d, timezone: 'Europe/Amsterdam'}) AS f, d + duration('PT1H') AS g, date(d) + duration('P1M') AS h
;
RETURN date('2021-01-31') + duration('P1M') AS a, date('2024-02-29') - duration('P1Y') AS b, date('2021-03-31') - duration({months: 1}) AS c, localdatetime('2021-01-01T00:00') - duration('PT1S') AS d, time('23:30Z') + duration('PT1H') AS e
;
RETURN duration.between(datetime('2021-03-27T10:00[Europe/Amsterdam]'), datetime('2021-03-28T10:00[Europe/Amsterdam]')) AS a, duration.inSeconds(datetime('2021-03-27T10:00[Europe/Amsterdam]'), datetime('2021-03-28T10:00[Europe/Amsterdam]')) AS b, duration.between(date('2021-03-31'), date('2021-02-28')) AS c
;
RETURN date('2021-03-04') = date('2021-03-04') AS a, datetime('2021-03-04T10:00+01:00') = datetime('2021-03-04T09:00Z') AS b, datetime('2021-03-04T10:00+01:00') <= datetime('2021-03-04T09:00Z') AS c, time('10:00+01:00') < time('09:30Z') AS d, date('2021-03-04') = localdatetime('2021-03-04T00:00') AS e
;
UNWIND [datetime('2021-03-04T10:00+01:00'), datetime('2021-03-04T09:00Z'), datetime('2021-03-04T09:00[UTC]')] AS d RETURN d ORDER BY d
;
UNWIND [datetime('2021-03-04T10:00+01:00'), datetime('2021-03-04T09:00Z'), datetime('2021-03-04T09:00Z')] AS d RETURN d, count(*) AS c
;
MATCH (n:Theme) RETURN n.id AS i ORDER BY i SKIP 2 LIMIT 3
;
MATCH (n:Theme) RETURN n.id AS i ORDER BY i SKIP toInteger(2.0) LIMIT 1 + 1
;
MATCH (n:Theme) RETURN n.id AS i ORDER BY i LIMIT $x
;
MATCH (n:Theme) WITH n ORDER BY n.id LIMIT 3 RETURN collect(n.id) AS c
;
MATCH (n:Theme) WITH n ORDER BY n.id DESC SKIP 40 RETURN n.id
;
MATCH (n) WHERE n.id IN $ids RETURN n.id ORDER BY n.id
;
MATCH (n {id: $ids[0]}) RETURN n.id
;
MATCH (n) WHERE any(l IN labels(n) WHERE l IN $kinds) RETURN count(n) AS c
;
UNWIND $l AS x UNWIND $nothing AS y RETURN x, y
;
UNWIND $none AS x RETURN x
;
UNWIND 5 AS x RETURN x
;
MATCH (a:Theme) WHERE (a)-[:BROADER]->(:Theme {id: 'theme:leren-met-ict'}) OR (a)<-[:ABOUT]-(:Question {contested: true}) RETURN a.id ORDER BY a.id
;
MATCH (a:Theme) WHERE NOT EXISTS { (a)<-[:ABOUT]-(:Question) } AND NOT EXISTS { (a)<-[:ABOUT]-(:Product) } RETURN a.id ORDER BY a.id
;
MATCH (a:Network), (b:Network) WHERE a.id < b.id AND EXISTS { (a)<-[:PARTICIPATES_IN]-(:Institution)-[:PARTICIPATES_IN]->(b) } RETURN count(*) AS c
;
MATCH (a:Network)<-[:PARTICIPATES_IN]-(i)-[:PARTICIPATES_IN]->(b:Network) WHERE a.id < b.id WITH a, b, collect(DISTINCT i.name) AS via WHERE size(via) > 1 RETURN a.name, b.name, size(via) AS n ORDER BY n DESC, a.name, b.name LIMIT 10
;
OPTIONAL MATCH (n:Theme {id: 'nope'}) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m, type(r) AS t, size(labels(n)) AS l, coalesce(n.name, 'geen') AS x
;
MATCH (i:Institution) OPTIONAL MATCH (i)-[:MADE]->(p:Product) WHERE p.year > 2022 RETURN i.id, count(p) AS c ORDER BY c DESC, i.id LIMIT 5
;
MATCH (i:Institution) OPTIONAL MATCH (i)-[:MADE]->(p) OPTIONAL MATCH (p)-[:ABOUT]->(t) RETURN i.id, count(DISTINCT p) AS p, count(DISTINCT t) AS t ORDER BY i.id LIMIT 9
;
MATCH (n:Theme) RETURN n.kind AS k UNION ALL MATCH (n:Network) RETURN n.kind AS k
;
MATCH (n:Theme) RETURN n.kind AS k, count(*) AS c UNION MATCH (n:Network) RETURN n.kind AS k, count(*) AS c
;
RETURN 1 AS a UNION RETURN 1.0 AS a UNION RETURN null AS a UNION RETURN null AS a
;
MATCH (n:Theme) RETURN DISTINCT labels(n) AS l, size(n.sources) > 1 AS m
;
MATCH (n:Product) WHERE n.year >= 2018 AND n.year <= 2020 XOR n.contested RETURN count(n) AS c
;
MATCH (n:Product) WHERE 2018 <= n.year < 2021 RETURN n.year AS y, count(*) AS c ORDER BY y
;
MATCH (n:Network) WHERE n.until - n.since >= 3 RETURN n.id, n.until - n.since AS d ORDER BY d DESC, n.id
;
MATCH (n) WHERE n.year = '2019' RETURN count(n) AS c
;
MATCH (n) WHERE n.year > '2019' RETURN count(n) AS c
;
MATCH (n) WHERE toString(n.year) STARTS WITH '20' RETURN count(n) AS c
;
MATCH (n:Question) RETURN n.id, date(n.period) AS d LIMIT 1
;
// refused
MATCH (a:Activity) RETURN date(a.date) AS d
;
MATCH (t:Theme)-[:BROADER*1..]->(u:Theme) WITH t, count(DISTINCT u) AS boven RETURN boven, count(*) AS aantal ORDER BY boven
;
MATCH (t:Theme) WHERE t.id > 'theme:m' RETURN t.id ORDER BY t.id LIMIT 3
;
// refused
MATCH (n:Theme) RETURN count(*) AS c ORDER BY count(n)
;
MATCH (n:Entity) RETURN n.kind AS k, avg(size(n.sources)) AS a ORDER BY avg(size(n.sources)) DESC, k LIMIT 4
;
MATCH (n:Entity) WITH n.kind AS k, count(*) AS c ORDER BY c DESC, k WITH collect(k) AS ks RETURN ks[0] AS meest, ks[-1] AS minst
;
MATCH (n:Entity) RETURN n.kind AS k, count(*) * 100.0 / 401 AS p ORDER BY p DESC, k LIMIT 3
;
RETURN CASE WHEN null THEN 1 WHEN true THEN 2 END AS a, CASE null WHEN null THEN 1 ELSE 2 END AS b, CASE 1 WHEN 1.0 THEN 'ja' END AS c, CASE 'a' WHEN 'b', 'a' THEN 'ja' END AS d
;
RETURN date('-0044-03-15') AS a, date('+12021-01-01') AS b, localdatetime('+12021-01-01T10:00') AS c, toString(date('-0044-03-15')) AS d
;
// refused
UNWIND [null] AS x RETURN x / size([]) AS a
;
UNWIND [null] AS x RETURN x / 0.0 AS a, x % 0 AS b
;
RETURN 2.5 / 0 AS a, 0.0 / 0 AS b, 2.5 / (1 - 1) AS c, (1.0 + 1.5) / 0 AS d, -2.5 / 0 AS e
;
// refused
RETURN 2.5 / size([]) AS a
;
// refused
UNWIND [0] AS z RETURN 2.5 / -z AS a
;
RETURN round(1e300) AS a, round(1e300, 0) AS b, round(1e300, 1) AS c, round(-1e300) AS d, round(1e19, 0, 'FLOOR') AS e
;
RETURN round(-2.5, 0) AS a, round(2.5, 0) AS b, round(-2.5, 0, 'HALF_UP') AS c, round(-2.55, 1) AS d, round(0.49999999999999994) AS e
;
RETURN round(4503599627370495.5) AS a, round(-0.04, 1) = 0 AS b, 1 / round(-0.4) AS c, 1 / round(-0.04, 1) AS d
;
// refused
UNWIND [2.5] AS x RETURN round(x, 0, 'half_up') AS a
