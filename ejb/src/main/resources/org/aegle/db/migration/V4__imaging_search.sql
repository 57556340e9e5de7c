-- What a search for images can ask besides: procedure codes, names as they sound, and orders that an index gives.

create extension if not exists fuzzystrmatch;

-- Codes by Daitch and Mokotoff of the words of a name, for fuzzy semantic matching of person names (PS3.4 C.2.2.2.1).
-- All names are qualified: an index is rebuilt with an empty search path.
create function sounds(text) returns text[]
    language sql immutable strict parallel safe
    as $$ select coalesce(array_agg(distinct code), '{}')
          from regexp_split_to_table(public.fold($1), '[^[:alpha:]]+') word,
               unnest(public.daitch_mokotoff(word)) code
          where word <> '' $$;

create index patient_name_sounds on patient using gin (sounds(name_dicom));
create index patient_name_prefix on patient (fold(name_dicom) text_pattern_ops);
create index patient_identifier_pattern on patient_identifier (value text_pattern_ops);

create index study_newest on study (organization_id, coalesce(study_date, date '0001-01-01') desc, id desc);
create index study_accession_pattern on study (accession_number text_pattern_ops);
create index study_referring on study using gin (fold(referring_physician) gin_trgm_ops);
create index study_referring_sounds on study using gin (sounds(referring_physician));
create index study_study_id on study (study_id text_pattern_ops) where study_id <> '';
drop index study_accession;

create index series_performed on series (performed_date) where performed_date is not null;
create index series_request_step on series_request (scheduled_procedure_step_id, series_id);
create index series_request_procedure on series_request (requested_procedure_id, series_id);

-- Of the Procedure Code Sequence (0008,1032).
create table study_procedure (
    study_id bigint not null references study (id) on delete cascade,
    code_value varchar(64) not null,
    coding_scheme varchar(64) not null,
    primary key (study_id, coding_scheme, code_value)
);
create index study_procedure_code on study_procedure (code_value, study_id);
insert into study_procedure (study_id, code_value, coding_scheme)
    select distinct s.id, left(coalesce(item -> '00080100' -> 'Value' ->> 0, ''), 64),
           left(coalesce(item -> '00080102' -> 'Value' ->> 0, ''), 64)
    from study s, jsonb_array_elements(cast(s.attributes as jsonb) -> '00081032' -> 'Value') item
    where jsonb_typeof(cast(s.attributes as jsonb) -> '00081032' -> 'Value') = 'array';
