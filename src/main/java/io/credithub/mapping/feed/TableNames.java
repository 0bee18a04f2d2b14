package io.credithub.mapping.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The code tables that an expression names.
final class TableNames {
    private static final Pattern CALL = Pattern.compile("\\bcodes?\\(\\s*\"([^\"]+)\"");

    private TableNames() {}

    static List<String> in(String expression) {
        List<String> names = new ArrayList<>();
        Matcher calls = CALL.matcher(expression);
        while (calls.find()) names.add(calls.group(1));
        return names;
    }
}
