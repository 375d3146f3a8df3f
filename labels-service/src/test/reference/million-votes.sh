#!/bin/sh
# What the ranking and the badges cost with 1.1 million votes of 10,000 volunteers for 50,000 sources in 400 days, the
# volunteers as unequal as volunteers are. Needs psql and pgbench, and an empty database that PGHOST, PGPORT, PGUSER and
# PGDATABASE name; the figures are in docs/labels.md.
set -eu
cd "$(dirname "$0")"
for migration in ../../main/resources/db/migration/V*.sql; do
  psql -q -v ON_ERROR_STOP=1 -f "$migration"
done
psql -q -v ON_ERROR_STOP=1 <<'SQL'
SELECT setseed(0.5);
INSERT INTO subjects (source_id, name, ra_deg, dec_deg, class, probabilities, activation, revision, known_class)
SELECT 'lx-' || i, 'LXS ' || i, 10, 20, 'AGN', '{"AGN": 0.9}', 1, 1,
       CASE WHEN i % 10 = 0 THEN (ARRAY['AGN', 'Star', 'XRB', 'CV'])[1 + i / 10 % 4] END
FROM generate_series(1, 50000) AS i;
INSERT INTO votes (source_id, voter, answer, cast_at)
SELECT 'lx-' || (1 + floor(random() * 50000))::int, 'user-' || floor(10000 * random() ^ 3)::int,
       (ARRAY['AGN', 'Star', 'XRB', 'CV', 'Other', 'Unsure'])[1 + floor(random() * 6)::int],
       now() - random() * interval '400 days'
FROM generate_series(1, 1130000) ON CONFLICT DO NOTHING;
UPDATE subjects SET consensus = (ARRAY['AGN', 'Star', 'XRB', 'CV'])[1 + (hashtext(source_id) & 3)], finished = true
WHERE known_class IS NULL;
INSERT INTO retirements (source_id, retired, reason, decided_at)
SELECT source_id, true, 'rule', now() FROM subjects WHERE known_class IS NULL;
INSERT INTO unranked SELECT 'user-' || i FROM generate_series(0, 9999, 20) AS i;
VACUUM ANALYZE;
SELECT count(*) AS votes, count(DISTINCT voter) AS volunteers, max(answers) AS most
FROM votes JOIN tallies USING (voter) WHERE span = 'all';
SQL

measure() {
  file=$(mktemp)
  cat > "$file"
  printf '%s: ' "$1"
  pgbench -n -M prepared -T 10 -f "$file" | grep 'latency average'
  rm "$file"
}
page() {
  measure "$1" <<SQL
SELECT voter, answers, named, successes, rank() OVER (ORDER BY answers DESC) AS place FROM tallies
WHERE span = '$2' AND begins = $3 AND NOT EXISTS (SELECT FROM unranked WHERE unranked.voter = tallies.voter)
ORDER BY answers DESC, voter LIMIT 21 OFFSET $4;
SQL
}
page 'first page of all time' all "'-infinity'" 0
page 'first page of last week' week "date_trunc('week', now() AT TIME ZONE 'UTC')::date - 7" 0
page 'places from 9001 on' all "'-infinity'" 9000
measure 'badges of any volunteer' <<'SQL'
\set u random(0, 9999)
SELECT answer, count(*) FROM votes JOIN subjects USING (source_id)
CROSS JOIN LATERAL (SELECT retired, decided_at FROM retirements
                    WHERE retirements.source_id = votes.source_id ORDER BY id DESC LIMIT 1) AS decision
WHERE voter = 'user-' || :u AND answer IN ('CV', 'XRB') AND consensus = answer AND known_class IS NULL
    AND decision.retired AND cast_at < decided_at
GROUP BY answer;
SQL
for trigger in DISABLE ENABLE; do
  psql -q -c "ALTER TABLE votes $trigger TRIGGER votes_tallied"
  measure "vote, trigger ${trigger}D" <<'SQL'
\set s random(1, 50000)
\set u random(0, 9999)
WITH counted AS (UPDATE subjects SET votes = votes + 1, unsettled = true WHERE source_id = 'lx-' || :s RETURNING source_id)
INSERT INTO votes (source_id, voter, answer, cast_at)
SELECT source_id, 'user-' || :u, 'CV', now() FROM counted ON CONFLICT DO NOTHING;
SQL
done
