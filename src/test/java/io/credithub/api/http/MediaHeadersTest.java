package io.credithub.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MediaHeadersTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*/*",
                "application/json",
                "application/json;q=0.9, text/csv ; q=0.1,*/*;q=0",
                "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2",
                "text/plain; a=\"b, \\\" c;\", text/html",
                "application/vnd.a+json; charset=UTF-8; profile=\"x y\";"
            })
    void whatClientsSendIsRead(String accept) {
        assertThat(MediaHeaders.isAccept(List.of(accept))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a/",
                "/b",
                "a/b/c",
                "a/b c/d",
                "a/b, ",
                ";",
                "a/b;q=x",
                "a/b;q=1e400",
                "a/b;q=-1",
                "a/b;c",
                "a/b;c=",
                "a/b;c=\"",
                "a/b;c=\u00ff"
            })
    void whatNobodyCanReadIsRefused(String header) {
        assertThat(MediaHeaders.isAccept(List.of(header))).isFalse();
        assertThat(MediaHeaders.isContentType(List.of(header))).isFalse();
    }

    @Test
    void aBodyHasOneType() {
        assertThat(MediaHeaders.isContentType(List.of())).isTrue();
        assertThat(MediaHeaders.isContentType(List.of("text/csv; charset=GB18030"))).isTrue();
        assertThat(MediaHeaders.isContentType(List.of("a/b, c/d"))).isFalse();
        assertThat(MediaHeaders.isContentType(List.of("a/b", "a/b"))).isFalse();
        assertThat(MediaHeaders.isAccept(List.of("a/b", "c/d"))).isTrue();
    }

    @Test
    void noHeaderIsHardToRead() {
        for (String piece : List.of("a/b;c=", "\"", ";", "a/b,", "a/b;c=\"\\\"")) {
            Assertions.assertTimeout(
                    Duration.ofSeconds(1),
                    () -> {
                        boolean isRead = MediaHeaders.isAccept(List.of(piece.repeat(4_000)));
                        assertThat(isRead).isFalse();
                    });
        }
    }
}
