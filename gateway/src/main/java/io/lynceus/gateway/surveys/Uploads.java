package io.lynceus.gateway.surveys;

import java.io.InputStream;
import java.util.Optional;

/// Makes surveys of files that people send.
public interface Uploads {
    /// Reads a file into a new survey, with the mapping that its columns suggest. Where that fails, nothing remains.
    ///
    /// @param owner account that it is to belong to
    /// @param name of the file, whose extension tells the format
    /// @return id of the survey
    String read(Optional<String> owner, String name, InputStream in);
}
