/// Workbooks (XLSX) that somebody uploads, as rows of text: bounded in bytes, depth and width, with
/// no library of its own (`docs/decisions/0024`). Begin with `UploadedWorkbook`. What a row means
/// is for the room above to say.
@NullMarked
package io.credithub.reading.sheet;

import org.jspecify.annotations.NullMarked;
