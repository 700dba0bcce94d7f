package io.github.hotlinekit.core.language;

/** The languages of labels and messages. */
public enum Language {
    /** English. */
    EN,
    /** Chinese (中文), in simplified characters. */
    ZH
}
