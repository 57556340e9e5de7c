-- Removing a blob asks who refers to it; without these, each removal reads all instances.
create index instance_blob on instance (blob_id);
create index set_aside_instance_blob on set_aside_instance (blob_id) where blob_id is not null;
create index upload_part_blob on upload_part (blob_id);
