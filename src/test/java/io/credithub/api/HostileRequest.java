package io.credithub.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;

/// A request as it goes over the wire, but for the key.
///
/// @param what is hostile about it
/// @param target after the method
/// @param headers a line each, ended by `\n`
/// @param type of the body, or empty
record HostileRequest(
        ApiOperation operation,
        String what,
        String target,
        String headers,
        String type,
        byte[] body) {
    /// @param key of whoever asks
    byte[] bytes(String key) {
        StringBuilder head = new StringBuilder();
        head.append(operation.method()).append(' ').append(target).append(" HTTP/1.1\r\n");
        if (!headers.startsWith("Host:")) head.append("Host: hub\r\n");
        if (!headers.startsWith("Authorization:")) {
            head.append("Authorization: Bearer ").append(key).append("\r\n");
        }
        if (!type.isEmpty()) head.append("Content-Type: ").append(type).append("\r\n");
        boolean isLong = headers.startsWith("Content-Length:");
        boolean isChunked = headers.startsWith("Transfer-Encoding:");
        if (!isLong && !isChunked && !operation.method().equals("GET")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append(headers.replace("\n", "\r\n")).append("\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(ISO_8859_1));
        all.writeBytes(body);
        return all.toByteArray();
    }

    /// For people.
    String told() {
        String printable = what.replaceAll("[^ -~]", "?");
        String end = printable.length() > 60 ? printable.substring(0, 60) + "…" : printable;
        String header = headers.replaceAll("[^ -~]", "?");
        return operation.name()
                + " | "
                + end
                + " | "
                + header.substring(0, Math.min(80, header.length()));
    }
}
