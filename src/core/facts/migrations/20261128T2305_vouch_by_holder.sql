-- Sources are written by the statement that writes their holder and removed by the one that removes it: checking two keys
-- for each of them took as long as all else of a submission.
alter table facts.frozen_source drop constraint frozen_source_unit_id_fkey;
alter table facts.frozen_source drop constraint frozen_source_province_id_frozen_id_fkey;
