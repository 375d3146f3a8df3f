#!/bin/sh
# One role and one database per service; run once by the PostgreSQL image on an empty data folder.
set -eu

for service in crossmatch feature classifier labels gateway; do
  psql --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres \
    --set name="$service" --set password="$DATABASE_PASSWORD" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
SQL
done
