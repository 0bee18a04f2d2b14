package io.credithub.store.recognition;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/// Which row below a claim: its events, its bodies and what it pushes are numbered from 1.
@Embeddable
record ClaimPart(@Column(name = "recognition_id") long claim, int no) {}
