package io.lynceus.engines;

/// How to reach one database of a [PostgresEngine].
///
/// @param jdbcUrl as in `jdbc:postgresql://127.0.0.1:5432/crossmatch`
/// @param user role that owns it
/// @param password its password
public record Database(String jdbcUrl, String user, String password) {}
