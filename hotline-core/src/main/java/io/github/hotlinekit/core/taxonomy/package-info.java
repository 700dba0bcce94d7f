/**
 * What a case is about: the classification of demands (事项分类). Start at {@link io.github.hotlinekit.core.taxonomy.Taxonomy Taxonomy}.
 */
@NullMarked
@HotlineStyle
package io.github.hotlinekit.core.taxonomy;

import io.github.hotlinekit.core.style.HotlineStyle;
import org.jspecify.annotations.NullMarked;
