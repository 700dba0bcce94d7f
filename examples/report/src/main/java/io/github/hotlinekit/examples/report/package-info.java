/**
 * Writes reports of a city's cases as workbooks, pages, Markdown and CSV: a program that embeds the modules. {@link
 * io.github.hotlinekit.examples.report.XlsxReport} and {@link io.github.hotlinekit.examples.report.HtmlReport} print any
 * report that the SDK makes.
 */
@NullMarked
package io.github.hotlinekit.examples.report;

import org.jspecify.annotations.NullMarked;
