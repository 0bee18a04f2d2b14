package io.credithub.flow;

import io.credithub.domain.Text;

/// Something wrong in a file that an operator wrote: a route, a mapping, a code table, a policy.
///
/// @param file relative to the project's folder
/// @param path where in it: a key, a line
/// @param fix what to do
public record Problem(String file, String path, Text message, Text fix) {}
