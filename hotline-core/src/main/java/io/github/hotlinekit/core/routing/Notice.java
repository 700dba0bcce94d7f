package io.github.hotlinekit.core.routing;

import io.github.hotlinekit.core.language.Coded;
import io.github.hotlinekit.core.language.Label;

/** Something about a decision that the one who answers for it should know. */
public enum Notice implements Coded {
    /** The case's category is not in the taxonomy; it was routed by those above it. */
    UNKNOWN_CATEGORY("事项编码不在分类表中", "the category is not in the taxonomy"),
    /** The case's area is not in the directory; it was routed by those around it. */
    UNKNOWN_AREA("区域编码不在名录中", "the area is not in the directory"),
    /** The case's category was retired, and the case was routed by its successor. */
    CATEGORY_SUCCEEDED("事项已由新编码接替", "the category was succeeded by another"),
    /** The case's category was retired and split, so that nobody can tell which successor it is. */
    CATEGORY_SPLIT("事项已拆分,无法确定新编码", "the category was split, and its successor is not known"),
    /** A rule named a department that was abolished; its successor took its place. */
    DEPARTMENT_SUCCEEDED("单位已由新单位接替", "a department was succeeded by another"),
    /** More than one rule matched equally well, with different outcomes; the first in order decided. */
    AMBIGUOUS("多条规则同等匹配且结果不同", "several rules match equally well and differ"),
    /** Only the beginning of the text was searched for keywords. */
    TEXT_CUT("正文过长,只检索开头部分", "only the beginning of the text was searched"),
    /** No rule of the set is in force at that time. */
    NOT_IN_FORCE("规则集当时未施行", "the rule set is not in force at that time");

    private final Label label;

    Notice(String zh, String en) {
        this.label = Label.of(zh, en);
    }

    @Override
    public Label label() {
        return label;
    }
}
