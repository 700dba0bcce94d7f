/**
 * Who exists: departments (承办单位) and areas (区域). Start at {@link io.github.hotlinekit.core.directory.Directory Directory}.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.core.directory;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
