/// YAML files with which a user sets up the suite: start with [io.lynceus.runtime.yaml.YamlDocument].
@NullMarked
package io.lynceus.runtime.yaml;

import org.jspecify.annotations.NullMarked;
