/**
 * Who exists: departments (承办单位) and areas (区域). Start at {@link io.github.hotlinekit.core.directory.Directory Directory}.
 */
@NullMarked
package io.github.hotlinekit.core.directory;

import org.jspecify.annotations.NullMarked;
