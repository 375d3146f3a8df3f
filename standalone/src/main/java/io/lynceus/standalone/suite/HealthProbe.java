package io.lynceus.standalone.suite;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/// Asks a service on 127.0.0.1 how it is.
///
/// @param port of the service
/// @param path as in `/q/health/ready`
record HealthProbe(int port, String path) {

    private static final int LIMIT_MILLIS = 2000;
    private static final int OK = 200;

    boolean isUp() {
        try {
            HttpURLConnection connection = (HttpURLConnection) uri().toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLIS);
            connection.setReadTimeout(LIMIT_MILLIS);
            try {
                return connection.getResponseCode() == OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }

    URI uri() {
        return URI.create("http://127.0.0.1:" + port + path);
    }
}
