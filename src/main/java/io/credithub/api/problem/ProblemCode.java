package io.credithub.api.problem;

/// The closed list of what can be wrong with a request: `HUB-2xxx` a conflict, `HUB-3xxx` time's
/// move, `HUB-5xxx` the request itself. A code is never used again for something else.
public enum ProblemCode implements Coded {
    KEY_USED_FOR_ANOTHER_BODY(
            "HUB-2101",
            409,
            "幂等键已用于其他内容",
            "the idempotency key was used with another body",
            "新内容使用新的幂等键",
            "use a new key for a new body"),
    NOT_A_PUSH_FEED(
            "HUB-2102",
            409,
            "该数据源不接收推送",
            "the feed does not take pushes",
            "核对数据源编号",
            "check the feed's code"),
    FEED_IS_OFF(
            "HUB-2104",
            409,
            "该数据源因文件或配置有误已停用",
            "the feed is off: its files or its configuration have a fault",
            "请运维人员查看数据源状态并更正;更正并重启后以相同内容重试",
            "ask the operator, who sees the fault among the feeds; send the same again once it is"
                    + " mended"),
    NOT_A_PULL_FEED(
            "HUB-2103",
            409,
            "该数据源不是拉取方式",
            "the feed is not pulled",
            "核对数据源编号",
            "check the feed's code"),
    DELIVERY_OPEN(
            "HUB-2142",
            409,
            "该批次尚未处理完",
            "the delivery is not finished yet",
            "处理完成后再重放",
            "replay it once it is finished"),
    FEED_WITHOUT_MAPPING(
            "HUB-2143",
            409,
            "该批次的数据源没有可用的映射",
            "no mapping of the delivery's feed is loaded",
            "运行 ./hub check,修好 mappings/ 下的文件夹后重启",
            "run ./hub check, mend the folder under mappings/ and start again"),
    NOT_BROKEN(
            "HUB-2106",
            409,
            "该分块不存在,或未因故障停下",
            "there is no such chunk, or it is not broken",
            "查看 /api/v1/deliveries/{id}/chunks",
            "see /api/v1/deliveries/{id}/chunks"),
    RULE_FILES_WRONG(
            "HUB-2191",
            409,
            "政策文件或比对文件有问题",
            "the policy files, or the matching file, have problems",
            "运行 ./hub check 并更正",
            "run ./hub check and mend them"),
    NOT_TOLD(
            "HUB-2192",
            409,
            "试算未完成,或已换用",
            "it has not been told to its end, or has been applied",
            "等待试算完成,或重新试算",
            "wait for it, or ask anew"),
    RULES_OUTDATED(
            "HUB-2193",
            409,
            "试算之后现行规则、项目库或比对文件已变",
            "other rules, another register or other terms of matching are in force since it was"
                    + " told",
            "重新试算",
            "ask anew"),
    RULES_INCOMPLETE(
            "HUB-2194",
            409,
            "新规则不能折算全部记录",
            "the rules have no answer for some records",
            "查看 unjudged,在政策文件中补上规则后重新试算",
            "see unjudged, add rules to the policy file and ask anew"),
    REFERENCE_USED_FOR_ANOTHER_CLAIM(
            "HUB-2111",
            409,
            "该校此编号已用于其他申报",
            "the school's reference stands for another claim",
            "新的申报使用新的编号;补充材料请再次提交原申报",
            "use a new reference for a new claim; to add to a claim, submit that one again"),
    NOT_IN_THIS_STATE(
            "HUB-2112",
            409,
            "申报当前状态不允许此操作",
            "this cannot be done in the state that the claim is in",
            "先查看申报的状态与经过",
            "see the claim's state and history first"),
    OWN_SUBMISSION(
            "HUB-2113",
            409,
            "提交者不得认定自己提交的申报",
            "whoever submitted a claim may not decide on it",
            "由另一人用自己的密钥认定",
            "let somebody else decide, with a key of their own"),
    CHANGED_MEANWHILE(
            "HUB-2114",
            409,
            "申报已被他人处理或更新",
            "somebody has dealt with the claim in the meantime",
            "重新查看后再处理",
            "look at it again, then decide"),
    OWN_PROPOSAL(
            "HUB-2170",
            409,
            "提请者不得确认自己的提请",
            "whoever proposed it may not decide on it",
            "由另一人用自己的密钥确认或驳回",
            "let somebody else decide, with a key of their own"),
    PROPOSAL_DECIDED(
            "HUB-2171",
            409,
            "该提请已处理",
            "the proposal is decided already",
            "先查看其结果;仍有需要的重新提请",
            "see what was decided, and propose anew if there is need"),
    NUMBER_TAKEN(
            "HUB-2172",
            409,
            "新编号是或曾是他人的编号",
            "the new number is, or was, somebody's",
            "核对编号;同一人的两个编号应并号",
            "check the number; if both are one person, merge them"),
    ONE_PERSON(
            "HUB-2173",
            409,
            "两个编号已是同一人",
            "both numbers are one person already",
            "无需处理",
            "there is nothing to do"),
    BANK_FILE_STAYS(
            "HUB-2174",
            409,
            "对方名下有减免、借分、预留、证明等,不能并入",
            "the other has exemptions, loans, reservations or certificates, which cannot follow",
            "对换两个编号后提请,使有档案的一方保留",
            "propose it the other way round, so that whoever has them is kept"),
    NOT_THEIR_RECORD(
            "HUB-2175",
            409,
            "所列记录不全属该教师",
            "not all of the records are the teacher's",
            "核对数据源与记录编号",
            "check feeds and record ids"),
    ERASURE_HINDERED(
            "HUB-2176",
            409,
            "尚有未了事项,暂不能删除",
            "something is still open: the person cannot be erased yet",
            "查看预览(dryRun=true)的 hindrances,了结后再申请",
            "see hindrances in the preview (dryRun=true), settle them and ask again"),
    ERASURE_OTHERWISE(
            "HUB-2177",
            409,
            "预览之后情况已变",
            "it would do something else than the preview said",
            "重新预览(dryRun=true),核对后以其 fingerprint 确认",
            "look at the preview again (dryRun=true), and confirm with its fingerprint"),
    BREAK_ACTION_IMPOSSIBLE(
            "HUB-2231",
            409,
            "差异的当前状态下不能这样处理",
            "this cannot be done with a break in its state",
            "查看该差异的状态与经过",
            "see the state of the break, and its history"),
    UNAVAILABLE(
            "HUB-3001",
            503,
            "服务暂不可用",
            "the hub cannot answer just now",
            "稍后以相同内容重试,不会重复入账",
            "try the same again later: nothing is posted twice"),
    UNAUTHENTICATED(
            "HUB-5001",
            401,
            "缺少有效密钥",
            "no valid key was given",
            "在 Authorization: Bearer 中给出密钥",
            "give a key as Authorization: Bearer"),
    FORBIDDEN(
            "HUB-5002",
            403,
            "该密钥无此权限",
            "the key does not open this",
            "使用具有相应权限的密钥",
            "use a key that does"),
    NOT_FOUND("HUB-5003", 404, "未找到", "not found", "核对地址与编号", "check the address and the numbers"),
    METHOD_NOT_ALLOWED(
            "HUB-5004",
            405,
            "该地址不支持此方法",
            "the address does not support the method",
            "查阅接口文档 /openapi",
            "see /openapi"),
    BAD_PARAMETER(
            "HUB-5005", 400, "参数无效", "a parameter is not valid", "更正参数", "correct the parameter"),
    TOO_LARGE(
            "HUB-5006",
            413,
            "内容超过上限",
            "the body is larger than allowed",
            "分批报送",
            "send it in several deliveries"),
    TOO_MANY_RECORDS(
            "HUB-5028",
            413,
            "一个批次的记录过多",
            "a delivery holds more records than one may",
            "分批报送,每批至多一百万条",
            "send it in several deliveries of at most a million records each"),
    UNSUPPORTED_MEDIA_TYPE(
            "HUB-5007",
            415,
            "不支持的内容类型或编码",
            "the media type or encoding is not supported",
            "推送用 application/x-ndjson 或 application/json,花名册用 text/csv,其他请求用 application/json;压缩只用"
                    + " gzip",
            "a push is application/x-ndjson or application/json, a roster text/csv, any other"
                    + " request application/json; packed by gzip only"),
    NOT_A_TEXT(
            "HUB-1023",
            415,
            "内容是工作簿、压缩包或图片,不是文本",
            "the body is a workbook, archive or image, not a text",
            "导出为约定的文本格式;压缩传输须用 Content-Encoding: gzip",
            "export it in the agreed text format; packed, say Content-Encoding: gzip"),
    NOT_ACCEPTABLE(
            "HUB-5008",
            406,
            "无法按要求的格式答复",
            "the answer does not come in the format asked for",
            "查阅接口文档 /openapi",
            "see /openapi"),
    BROKEN_BODY(
            "HUB-5009",
            400,
            "内容损坏或不完整",
            "the body is broken or incomplete",
            "更正后重新发送",
            "mend it and send it again"),
    CLAIM_NOT_ACCEPTED(
            "HUB-5011",
            422,
            "申报内容有问题,未予受理",
            "the claim has findings and was not accepted",
            "按所列问题逐项更正后重新提交",
            "mend what is listed and send it again"),
    UNKNOWN_FEED(
            "HUB-5012",
            400,
            "没有此数据源",
            "there is no such feed",
            "核对数据源编号;GET /api/v1/feeds 列出全部",
            "check the feed's code; GET /api/v1/feeds lists them"),
    UNKNOWN_FIELD(
            "HUB-5013",
            400,
            "请求中有未知字段",
            "the request has a field that is not known",
            "删除该字段或更正其名称",
            "remove the field or correct its name"),
    WRONG_FIELD(
            "HUB-5014",
            400,
            "请求中的字段类型或取值不符",
            "a field of the request has the wrong type or value",
            "按接口文档 /openapi 填写",
            "fill it in as /openapi says"),
    DOUBLED_FIELD(
            "HUB-5015",
            400,
            "请求中同一字段出现多次",
            "a field stands in the request more than once",
            "每个字段只写一次",
            "write each field once"),
    UNKNOWN_PARAMETER(
            "HUB-5016",
            400,
            "没有此查询参数",
            "there is no such query parameter",
            "删除该参数或更正其名称",
            "remove the parameter or correct its name"),
    DOUBLED_PARAMETER(
            "HUB-5017",
            400,
            "查询参数出现多次",
            "a query parameter is given more than once",
            "每个参数只给一次",
            "give each parameter once"),
    FEED_PAUSED(
            "HUB-5018",
            503,
            "数据源已暂停,未接收",
            "the feed is paused; nothing was taken",
            "恢复后以相同内容重报;何时恢复请询问运维人员",
            "send the same again once it is resumed; ask the operator when"),
    TRIAL_OVER_TIME(
            "HUB-5060",
            422,
            "试算的内容处理时间超出上限,正式推送也会停下",
            "the trial takes longer than a chunk may: sent for good, it would be broken",
            "请运维人员检查该数据源映射中的匹配式;分成小批试算可找出是哪条记录",
            "have the operator look at the patterns of the feed's mapping; smaller trials show"
                    + " which record it is"),
    INTERNAL(
            "HUB-5900",
            500,
            "服务内部错误",
            "an error of the hub",
            "请联系运维人员,并告知时间",
            "tell the operator when it happened");

    private final CodeMeaning told;

    ProblemCode(String code, int status, String zh, String en, String remedyZh, String remedyEn) {
        told = new CodeMeaning(code, status, zh, en, remedyZh, remedyEn);
    }

    @Override
    public CodeMeaning told() {
        return told;
    }

    /// The code for a status that the web server itself decided on.
    public static ProblemCode ofStatus(int status) {
        return switch (status) {
            case 401 -> UNAUTHENTICATED;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405 -> METHOD_NOT_ALLOWED;
            case 406 -> NOT_ACCEPTABLE;
            case 413 -> TOO_LARGE;
            case 415 -> UNSUPPORTED_MEDIA_TYPE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 ? BAD_PARAMETER : INTERNAL;
        };
    }
}
