package io.credithub.demo.injected;

import io.credithub.demo.model.Programme;
import io.credithub.demo.model.SimulatedCopy;
import io.credithub.demo.model.SimulatedTeacher;

/// One record of a planted case, as its system tells it.
///
/// @param named whom it names, which need not be the teacher whom it is about
/// @param told the programme as this system has it
/// @param copy of one version only
/// @param credits the source's own figure; empty where it has none
/// @param role `LECTURER`, say; empty of those who took part
public record InjectedRecord(
        SimulatedTeacher named, Programme told, SimulatedCopy copy, String credits, String role) {}
