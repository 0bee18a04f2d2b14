package io.credithub.mapping.feed;

import java.util.Map;
import java.util.Set;

/// The canonical code for each code of a source: `codes/<name>.csv` with the columns `source`,
/// `canonical` and `note`. Data, not logic.
record CodeTable(String name, Map<String, String> canonical) {
    CodeTable {
        canonical = Map.copyOf(canonical);
    }

    /// What a source may be mapped to, by the name of the table; any other table is free.
    static Set<String> allowed(String table) {
        return switch (table) {
            case "level" -> Set.of("NATIONAL", "PROVINCE", "CITY", "COUNTY", "SCHOOL");
            case "form" ->
                    Set.of("CENTRALISED", "ONLINE", "SCHOOL_BASED", "BLENDED", "SELF_DIRECTED");
            case "grade" -> Set.of("EXCELLENT", "GOOD", "PASS", "FAIL");
            case "status" -> Set.of("COMPLETED", "WITHDRAWN");
            case "role" -> Set.of("PARTICIPANT", "LECTURER", "ORGANISER", "MENTOR");
            case "idType" -> Set.of("RESIDENT", "PASSPORT", "HKMO", "TAIWAN", "FOREIGN_PR");
            default -> Set.of();
        };
    }
}
