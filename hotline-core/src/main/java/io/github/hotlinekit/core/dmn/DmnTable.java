package io.github.hotlinekit.core.dmn;

import io.github.hotlinekit.core.routing.Cell;
import java.util.List;

/**
 * A decision table whose columns are known.
 *
 * @param inputs what its columns of inputs ask, in order
 * @param outputs the names of its columns of outputs
 * @param annotations the names of its columns of annotations
 * @param rules its rows
 */
record DmnTable(List<Cell> inputs, List<String> outputs, List<String> annotations, List<XmlElement> rules) {}
