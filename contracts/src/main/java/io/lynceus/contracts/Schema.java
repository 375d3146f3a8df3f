package io.lynceus.contracts;

/// The JSON Schema (2020-12) of one kind of value, by name (`detection`).
///
/// Every value carries its schema's [#id()] in `$schema`; the document lies on the class path at [#resource()] with an
/// example beside it at [#example()].
public record Schema(String name) {
    /// Major version of all schemas: anything but a new optional field makes a new one, and a new topic.
    public static final int VERSION = 1;

    static final String BASE = "https://lynceus.io/schemas/";

    public String id() {
        return BASE + "v" + VERSION + "/" + name + ".json";
    }

    public String resource() {
        return "/schemas/v" + VERSION + "/" + name + ".json";
    }

    public String example() {
        return "/schemas/v" + VERSION + "/examples/" + name + ".json";
    }
}
