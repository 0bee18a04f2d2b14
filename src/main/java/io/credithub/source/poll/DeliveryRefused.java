package io.credithub.source.poll;

import io.credithub.domain.Text;

/// A delivery that cannot be taken as it is, and will be no better later: the provider's move.
public final class DeliveryRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Reason reason;

    public DeliveryRefused(Reason reason) {
        super(reason.code() + ": " + reason.text().en());
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /// The closed list. A code is never used again for something else.
    public enum Reason {
        NO_MANIFEST(
                "HUB-1301",
                "缺少控制文件(<文件>.manifest.json)",
                "there is no manifest, <file>.manifest.json"),
        BAD_MANIFEST("HUB-1302", "控制文件格式不符", "the manifest is not as agreed"),
        WRONG_NAME("HUB-1303", "控制文件所写的文件名不符", "the manifest names another file"),
        WRONG_DIGEST(
                "HUB-1304",
                "数据文件的 SHA-256 与控制文件不符",
                "the SHA-256 of the data is not the one of the manifest"),
        NOT_A_FILE("HUB-1305", "不是投递文件夹内的普通文件", "it is not a plain file inside the drop folder"),
        NOT_A_TEXT(
                "HUB-1024",
                "是工作簿、压缩包或图片,不是文本文件;请导出为约定的文本格式后重报",
                "it is a workbook, archive or image and no text: export it in the agreed text"
                        + " format"),
        TOO_LARGE("HUB-1055", "文件超出 file-bytes-max", "the file is longer than file-bytes-max"),
        TOO_MANY(
                "HUB-1056",
                "记录过多:一个批次至多一百万条,请分批",
                "it holds more records than one delivery may, a million: drop it in parts"),
        NOT_LANDED("HUB-1306", "无法入库,请联系运维", "it could not be landed: ask the operators");

        private final String code;
        private final Text text;

        Reason(String code, String zh, String en) {
            this.code = code;
            this.text = new Text(zh, en);
        }

        public String code() {
            return code;
        }

        public Text text() {
            return text;
        }
    }
}
