package io.credithub.source.drop;

import io.credithub.domain.Text;

/// Why a file of a drop folder is not taken as it lies there.
enum DropIgnored {
    HIDDEN("HUB-1046", "隐藏文件不读", "hidden files are not read"),
    LINK("HUB-1047", "符号链接不读", "links are not followed"),
    HARD_LINK(
            "HUB-1048",
            "文件另有名字(硬链接),不读",
            "it has another name elsewhere (a hard link): copy it instead"),
    NOT_A_FILE("HUB-1049", "不是普通文件(管道、设备等)", "it is a pipe, a device or the like"),
    FOLDER("HUB-1050", "子文件夹不读", "folders in the folder are not read"),
    BAD_NAME("HUB-1051", "文件名含控制字符或不是 UTF-8", "its name holds control characters, or is not UTF-8"),
    WAITING("HUB-1052", "尚未完整:缺数据、控制文件或完成标记", "its data, manifest or done-file is still missing"),
    ORPHAN(
            "HUB-1053",
            "一天以上仍缺数据、控制文件或完成标记",
            "its data, manifest or done-file has been missing for more than a day"),
    ENDING("HUB-1054", "文件名的结尾另有用途", "its name ends in what means something else");

    private final String code;
    private final Text reason;

    DropIgnored(String code, String zh, String en) {
        this.code = code;
        this.reason = new Text(zh, en);
    }

    String code() {
        return code;
    }

    Text reason() {
        return reason;
    }
}
