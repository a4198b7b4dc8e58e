-- The log resolved anew. The previous version can read this form, but would not tell whom an entry was first given to.

-- The profile that an entry was first resolved to, where it is another one now.
ALTER TABLE batch ADD COLUMN first INTEGER;
