package io.credithub.report.xlsx;

/// Rows of a table on one sheet, counted from 0.
///
/// @param last before `first` if there are none
record SheetStretch(String sheet, int first, int last) {}
