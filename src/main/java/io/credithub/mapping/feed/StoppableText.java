package io.credithub.mapping.feed;

import io.credithub.flow.result.OverTime;

/// A text for patterns: a match that goes astray asks for the same characters again and again, and
/// so can be stopped.
record StoppableText(String text) implements CharSequence {
    @Override
    public char charAt(int index) {
        OverTime.check();
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
