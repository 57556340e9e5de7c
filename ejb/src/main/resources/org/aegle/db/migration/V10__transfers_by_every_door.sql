-- The transfer log tells of every door: associations, STOW-RS, WADO-RS, downloads as zip, uploads in the portal.

alter table transfer rename column ae_title to peer;
alter table transfer
    -- AE title, client id or user name.
    alter column peer type varchar(200),
    add column peer_kind varchar(10) not null default 'AE' check (peer_kind in ('AE', 'CLIENT', 'USER')),
    add column door varchar(10) not null default 'DIMSE' check (door in ('DIMSE', 'STOW', 'WADO', 'ZIP', 'UPLOAD')),
    -- Requests by HTTP that follow one another closely are one transfer.
    add column requests integer not null default 0,
    -- How many, not whose.
    add column studies integer not null default 0,
    add column patients integer not null default 0,
    drop constraint transfer_ending_check,
    add constraint transfer_ending_check check (ending in ('RELEASED', 'COMPLETED', 'ABORTED', 'REJECTED'));
alter table transfer alter column door drop default, alter column peer_kind drop default;
alter index transfer_ae rename to transfer_peer;
