#!/bin/sh
# Create the database of the site and its owner, who is no superuser.
set -eu
psql --set=ON_ERROR_STOP=1 --set=password="$SITE_PASSWORD" --username=postgres <<'SQL'
CREATE ROLE site LOGIN PASSWORD :'password';
CREATE DATABASE site OWNER site;
SQL
