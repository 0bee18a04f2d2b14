package io.credithub.flow.access;

import java.util.Optional;

/// What a key opens. Exactly one of five things.
public sealed interface Permission {
    /// To push to one feed and to see what became of it.
    record FeedPermission(String code) implements Permission {}

    /// To read the registry of a division.
    record Reader(Jurisdiction jurisdiction) implements Permission {}

    /// To read the registry of a division and to decide in it, as the credit registration office
    /// (学分登记管理部门) of a county, a city or the province does.
    record Registrar(Jurisdiction jurisdiction) implements Permission {}

    /// To submit for the teachers of one school, and to follow what was submitted. Of the registry
    /// it reads the list of its own teachers, and their statements.
    ///
    /// @param schoolCode as the roster writes it
    /// @param county that the school belongs to
    record SchoolPermission(String schoolCode, Jurisdiction county) implements Permission {
        /// As long as the roster lets a school's code be.
        public static final int CODE_LENGTH_MAX = 100;

        /// @throws IllegalArgumentException if the code is blank, too long or has a control
        ///   character
        public SchoolPermission {
            if (schoolCode.isBlank()
                    || schoolCode.length() > CODE_LENGTH_MAX
                    || !schoolCode.strip().equals(schoolCode)
                    || schoolCode.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException("not the code of a school");
            }
        }
    }

    /// To run the hub, and to read everything.
    record Operator() implements Permission {}

    /// The division whose figures and persons it may see.
    ///
    /// @return empty: a feed's or a school's, which sees no file of a person
    default Optional<Jurisdiction> view() {
        return switch (this) {
            case Operator _ -> Optional.of(Jurisdiction.NATION);
            case Reader reader -> Optional.of(reader.jurisdiction());
            case Registrar registrar -> Optional.of(registrar.jurisdiction());
            case FeedPermission _, SchoolPermission _ -> Optional.empty();
        };
    }
}
