package io.credithub.api.problem;

/// The closed list of what is wrong with a request before anybody looks what it asks for, beside
/// [ProblemCode].
public enum HeadCode implements Coded {
    MALFORMED(
            "HUB-5061",
            400,
            "请求不合 HTTP 规范",
            "the request is not HTTP as it should be",
            "检查地址中的百分号编码(UTF-8,如 %E5)、请求行与各请求头",
            "check the percent encoding of the address (UTF-8, like %E5), the request line and the"
                    + " headers"),
    ADDRESS_TOO_LONG(
            "HUB-5062",
            414,
            "地址过长",
            "the address is too long",
            "地址连同参数不超过 4000 字节;多项内容请分次请求",
            "keep the address with its parameters below 4000 bytes; ask in parts"),
    HEADERS_TOO_LARGE(
            "HUB-5063",
            431,
            "请求头过大",
            "the headers are too large",
            "请求头合计不超过 20 KiB;去掉不需要的请求头",
            "keep the headers below 20 KiB in all; leave out what is not needed");

    private final CodeMeaning told;

    HeadCode(String code, int status, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, status, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }
}
