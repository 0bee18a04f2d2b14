package io.credithub.api;

import static io.restassured.RestAssured.given;

import io.credithub.flow.access.ApiKeys;
import io.credithub.flow.access.Permission;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// Everybody who may ask for what a [WalkWorld] has, each with a key.
///
/// @param county of the world
/// @param school of its teacher
record WalkCallers(ApiKeys keys, String county, String school) {
    private static final List<String> FOREIGN = List.of("149982", "140100", "150000");

    Map<WalkTable.Who, List<Supplier<RequestSpecification>>> all() {
        Map<WalkTable.Who, List<Supplier<RequestSpecification>>> all = new HashMap<>();
        for (WalkTable.Who who : WalkTable.Who.values()) {
            List<Supplier<RequestSpecification>> them = new ArrayList<>();
            if (who == WalkTable.Who.NOBODY) them.add(() -> given());
            for (Permission grant : grants(who)) {
                String key = keys.issue(grant, "walk").await().indefinitely().key();
                them.add(() -> given().header("Authorization", "Bearer " + key));
            }
            all.put(who, them);
        }
        return all;
    }

    private List<Permission> grants(WalkTable.Who who) {
        return switch (who) {
            case NOBODY -> List.of();
            case FEED -> List.of(new Permission.FeedPermission("province-platform"));
            case SCHOOL ->
                    List.of(
                            new Permission.SchoolPermission(
                                    "S-walk-elsewhere", WalkWorld.in("149982")));
            case READER ->
                    FOREIGN.stream()
                            .<Permission>map(one -> new Permission.Reader(WalkWorld.in(one)))
                            .toList();
            case REGISTRAR ->
                    FOREIGN.stream()
                            .<Permission>map(one -> new Permission.Registrar(WalkWorld.in(one)))
                            .toList();
            case OWN_FEED -> List.of(new Permission.FeedPermission(WalkWorld.FEED));
            case OWN_SCHOOL ->
                    List.of(new Permission.SchoolPermission(school, WalkWorld.in(county)));
            case OWN_READER -> List.of(new Permission.Reader(WalkWorld.in(county)));
            case OWN_REGISTRAR -> List.of(new Permission.Registrar(WalkWorld.in(county)));
            case PROVINCE -> List.of(new Permission.Registrar(WalkWorld.in("140000")));
            case OPERATOR -> List.of(new Permission.Operator());
        };
    }
}
