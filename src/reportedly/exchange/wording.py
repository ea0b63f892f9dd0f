"""The closed lists of what is read, in the words in which people are shown them."""

from __future__ import annotations

from reportedly.values import Certainty, Channel, EvidenceKind, SpeakerKind, Stance

STANCES = {
    Stance.ASSERTS: "asserts",
    Stance.CONFIRMS: "confirms",
    Stance.DENIES: "denies",
    Stance.DISPUTES: "disputes",
    Stance.CANNOT_CONFIRM: "cannot confirm",
    Stance.NOT_YET_CONFIRMED: "has not confirmed yet",
    Stance.DECLINES_COMMENT: "declines to comment",
    Stance.NO_RESPONSE: "no response",
    Stance.DEFLECTS: "deflects",
    Stance.PROMISES: "promises",
    Stance.THREATENS: "threatens",
    Stance.ASKS: "asks",
    Stance.PREDICTS: "predicts",
    Stance.SUPPOSES: "supposes",
    Stance.RETRACTS: "retracts",
    Stance.CORRECTS: "corrects",
}

CERTAINTIES = {
    Certainty.STATED: "stated",
    Certainty.BELIEVED: "believed",
    Certainty.SUSPECTED: "suspected",
    Certainty.POSSIBLE: "possible",
    Certainty.CONDITIONAL: "conditional",
    Certainty.PREDICTED: "predicted",
    Certainty.HEARSAY: "hearsay",
    Certainty.UNCLEAR: "unclear",
    Certainty.DISPUTED: "disputed",
}

CHANNELS = {
    Channel.INTERVIEW: "in an interview",
    Channel.PRESS_CONFERENCE: "to the press",
    Channel.POST: "in a post",
    Channel.STATEMENT: "in a statement",
    Channel.SPEECH: "in a speech",
    Channel.REPORT: "in a report",
    Channel.LETTER: "in a letter",
    Channel.EMAIL: "by email",
    Channel.BROADCAST: "on air",
    Channel.DOCUMENT: "in a document",
    Channel.OTHER_OUTLET: "through another outlet",
}

EVIDENCE = {
    EvidenceKind.IMAGERY: "imagery",
    EvidenceKind.INTERCEPT: "intercepts",
    EvidenceKind.DOCUMENT: "documents",
    EvidenceKind.DATA: "data",
    EvidenceKind.INTELLIGENCE: "intelligence",
    EvidenceKind.OWN_OBSERVATION: "own observation",
    EvidenceKind.OFFICIAL_STATEMENT: "official statements",
    EvidenceKind.OTHER_MEDIA: "other media",
    EvidenceKind.UNNAMED_SOURCES: "unnamed sources",
}

KINDS = {
    SpeakerKind.PERSON: "person",
    SpeakerKind.ORGANISATION: "organisation",
    SpeakerKind.GOVERNMENT: "government",
    SpeakerKind.DOCUMENT: "document",
    SpeakerKind.PUBLICATION: "publication",
    SpeakerKind.GROUP: "group",
    SpeakerKind.UNNAMED_PERSON: "person, unnamed",
    SpeakerKind.UNNAMED_GROUP: "several people, unnamed",
}
