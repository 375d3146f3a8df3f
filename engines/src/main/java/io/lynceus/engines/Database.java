package io.lynceus.engines;

/// How to reach one database of a [PostgresEngine].
///
/// @param url as in `postgresql://127.0.0.1:5432/crossmatch`
/// @param user role that owns it
/// @param password its password
public record Database(String url, String user, String password) {

    /// The same address for JDBC, as in `jdbc:postgresql://127.0.0.1:5432/crossmatch`.
    public String jdbcUrl() {
        return "jdbc:" + url;
    }
}
