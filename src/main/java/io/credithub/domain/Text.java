package io.credithub.domain;

/// One sentence in the two languages of the hub. Chinese first: officials read it.
///
/// @param zh Chinese, simplified
/// @param en English
public record Text(String zh, String en) {}
