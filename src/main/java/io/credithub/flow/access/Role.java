package io.credithub.flow.access;

/// The names of what a key may do, as the API's annotations and the registry write them.
public final class Role {
    public static final String FEED = "FEED";
    public static final String READER = "READER";
    public static final String REGISTRAR = "REGISTRAR";
    public static final String SCHOOL = "SCHOOL";
    public static final String OPERATOR = "OPERATOR";

    private Role() {}

    public static String of(Permission grant) {
        return switch (grant) {
            case Permission.FeedPermission _ -> FEED;
            case Permission.Reader _ -> READER;
            case Permission.Registrar _ -> REGISTRAR;
            case Permission.SchoolPermission _ -> SCHOOL;
            case Permission.Operator _ -> OPERATOR;
        };
    }
}
