-- Submissions of scanned film and paper: what was said of their files, and which upload is which file of which.
create table submission (
    id varchar(64) primary key,
    account_id bigint not null references user_account (id),
    -- Attributes that all of its objects share, as DICOM JSON; hence the same file is the same object whenever it comes.
    attributes text not null,
    -- Its pixels are those of a sheet, whose size a scanner tells.
    scanned boolean not null,
    created_at timestamptz not null default clock_timestamp()
);

create table submitted_file (
    upload_id varchar(64) primary key references upload (id) on delete cascade,
    submission_id varchar(64) not null references submission (id),
    position integer not null,
    instance_number integer not null,
    title varchar(64) not null
);
