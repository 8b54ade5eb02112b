-- A run in DuckDB. In the folder of a run:  duckdb < quickstart.sql
-- Each statement stands alone; the comment above it says what it answers.

-- What is there?
select source, count(*) as articles, sum(words) as words
from 'documents.parquet'
where duplicate_of is null
group by source
order by words desc, source;

-- What do most sources say that each role does? One sentence for each.
select role, topic, count(distinct source) as sources, count(*) as claims, arg_max(sentence, confidence) as sentence
from 'responsibilities.parquet'
where polarity = 'asserted'
  and doc_id in (select doc_id from 'documents.parquet' where duplicate_of is null)
group by role, topic
qualify row_number() over (partition by role order by sources desc, claims desc, topic) <= 3
order by role, sources desc, claims desc, topic;

-- What is each role paid, as stated, and who says so?
select role, currency, count(*) as statements, min(annual_low) as lowest, max(annual_high) as highest, list(distinct source order by source) as sources
from 'salaries.parquet'
where doc_id in (select doc_id from 'documents.parquet' where duplicate_of is null)
group by role, currency
order by role, currency;

-- Which contradictions are there, by kind and tier?
select kind, tier, count(*) as contradictions, max(severity) as severest
from 'contradictions.parquet'
group by kind, tier
order by kind, tier;

-- The most severe one, with the words of both sides. "end" is a keyword, and substring counts from 1.
select c.summary, e.side, e.source, substring(d.text, e.start + 1, e."end" - e.start) as words
from 'contradictions.parquet' c
join 'contradiction_evidence.parquet' e using (contradiction_id)
join 'documents.parquet' d using (doc_id)
where e.rank = 1
  and c.contradiction_id = (
    select contradiction_id from 'contradictions.parquet' where tier <> 'claimed-by-both' order by severity desc, contradiction_id limit 1
  )
order by e.side;

-- Does every quote stand where its row says? No row comes back if so.
select c.claim_id, c.phrase
from 'responsibilities.parquet' c
join 'documents.parquet' d using (doc_id)
where substring(d.text, c.start + 1, c."end" - c.start) <> c.phrase;

-- Why was what looks like a contradiction not flagged?
select reason, count(*) as keys, sum(pairs) as pairs
from 'near_misses.parquet'
group by reason
order by pairs desc, reason;
