package io.credithub.flow.access;

/// The names of what a key may do, as the API's annotations and the registry write them.
public final class Role {
    public static final String FEED = "FEED";
    public static final String READER = "READER";
    public static final String REGISTRAR = "REGISTRAR";
    public static final String SCHOOL = "SCHOOL";
    public static final String OPERATOR = "OPERATOR";

    private Role() {}

    public static String of(Grant grant) {
        return switch (grant) {
            case Grant.Feed _ -> FEED;
            case Grant.Reader _ -> READER;
            case Grant.Registrar _ -> REGISTRAR;
            case Grant.School _ -> SCHOOL;
            case Grant.Operator _ -> OPERATOR;
        };
    }
}
