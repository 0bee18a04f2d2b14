package io.credithub.api.problem;

/// The closed list of what the hub has no room or time for just now, beside [ProblemCode]: each is
/// answered with `Retry-After`, and the same again, later, is right.
public enum BusyCode implements Coded {
    TOO_SLOW(
            "HUB-5019",
            408,
            "内容传送过慢",
            "the body came too slowly",
            "检查网络后重新发送;大批数据请压缩(gzip)或分批",
            "check the network and send it again; pack it with gzip or send it in parts"),
    TOO_MANY_BODIES(
            "HUB-5020",
            429,
            "该密钥同时传送的内容过多",
            "too many bodies of this key are on their way at once",
            "等待前面的请求完成,按 Retry-After 再发",
            "let the ones before it finish, and send again after Retry-After"),
    BODIES_FULL(
            "HUB-5021",
            503,
            "同时传送的内容过多,暂不能接收",
            "too many bodies are on their way at once to take another",
            "按 Retry-After 以相同内容重试",
            "send the same again after Retry-After"),
    TOO_MANY_REQUESTS(
            "HUB-5022",
            429,
            "该密钥请求过于频繁",
            "this key asks too often",
            "放慢请求,按 Retry-After 再发;多条记录请合为一批",
            "ask less often, and again after Retry-After; send many records as one delivery"),
    FEED_FULL(
            "HUB-5023",
            429,
            "该数据源待处理的批次过多,暂不接收",
            "too much of this feed waits to be worked on to take more",
            "按 Retry-After 以相同内容重试,处理掉一部分后自动恢复",
            "send the same again after Retry-After; it is taken once some is done"),
    TOO_MANY_QUESTIONS(
            "HUB-5025",
            429,
            "该密钥同时提出的大范围查询过多",
            "too many questions of this key that read much of the registry are open at once",
            "等待前面的查询答复,按 Retry-After 再问",
            "let the ones before it be answered, and ask again after Retry-After"),
    QUESTIONS_FULL(
            "HUB-5026",
            503,
            "大范围查询过多,暂不能答复",
            "too many questions that read much of the registry wait to answer another",
            "按 Retry-After 再问",
            "ask again after Retry-After");

    private final CodeMeaning told;

    BusyCode(String code, int status, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, status, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }
}
