package io.credithub.flow.certificate;

import java.util.List;

/// What anybody may know of this hub.
///
/// @param isDemo whether all of its people are made up
/// @param teachers of a demo: some numbers to ask about
public record ThisHub(String version, boolean isDemo, List<String> teachers) {
    public ThisHub {
        teachers = List.copyOf(teachers);
    }
}
