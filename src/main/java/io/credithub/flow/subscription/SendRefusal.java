package io.credithub.flow.subscription;

import io.credithub.domain.Text;

/// The closed list of why a report is not sent to somebody who may not have it.
public enum SendRefusal {
    KEY_GONE("订阅者的密钥不存在或已收回", "the subscriber's key is not known, or was taken back"),
    KEY_EXPIRED("订阅者的密钥已到期", "the subscriber's key has expired"),
    ROLE("订阅者的密钥不能申请报表", "the subscriber's key may not ask for reports"),
    SCOPE("订阅者的辖区不涵盖该报表的范围", "the report's division is not the subscriber's to see"),
    TARGET_CLOSED("该投递目标未对此区划或此密钥开放", "the target is not open to this division or this key"),
    PERSONS("该投递目标不接收列出个人的报表", "the target takes no reports that may name persons"),
    RECIPIENTS(
            "收件人缺少、过多或不在允许的域名内;电子邮件以外的目标不填收件人",
            "recipients are missing, too many or outside the allowed domains; only e-mail has any"),
    STOPPED("订阅已暂停或删除", "the subscription was paused or removed");

    private final Text told;

    SendRefusal(String zh, String en) {
        told = new Text(zh, en);
    }

    public Text told() {
        return told;
    }
}
