package io.credithub.store.access;

import io.credithub.flow.access.Jurisdiction;
import io.credithub.flow.access.Permission;
import io.credithub.flow.access.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a key opens, in the columns of its row. It never changes.
@Embeddable
record PermissionColumns(
        @Column(updatable = false) String role,
        @Column(name = "feed_code", updatable = false) @Nullable String feed,
        @Column(name = "division_code", updatable = false) @Nullable String division,
        @Column(name = "school_code", updatable = false) @Nullable String school) {
    static PermissionColumns of(Permission grant) {
        return switch (grant) {
            case Permission.FeedPermission feed -> columns(grant, feed.code(), null, null);
            case Permission.Reader reader -> columns(grant, null, reader.jurisdiction(), null);
            case Permission.Registrar registrar ->
                    columns(grant, null, registrar.jurisdiction(), null);
            case Permission.SchoolPermission school ->
                    columns(grant, null, school.county(), school.schoolCode());
            case Permission.Operator _ -> columns(grant, null, null, null);
        };
    }

    private static PermissionColumns columns(
            Permission grant,
            @Nullable String feed,
            @Nullable Jurisdiction within,
            @Nullable String school) {
        String division = within == null ? null : within.divisionCode();
        return new PermissionColumns(Role.of(grant), feed, division, school);
    }

    Permission grant() {
        return switch (role) {
            case Role.FEED -> new Permission.FeedPermission(Objects.requireNonNull(feed));
            case Role.READER -> new Permission.Reader(within());
            case Role.REGISTRAR -> new Permission.Registrar(within());
            case Role.SCHOOL ->
                    new Permission.SchoolPermission(Objects.requireNonNull(school), within());
            case Role.OPERATOR -> new Permission.Operator();
            default -> throw new IllegalStateException("no role " + role);
        };
    }

    private Jurisdiction within() {
        return new Jurisdiction(Objects.requireNonNull(division));
    }
}
