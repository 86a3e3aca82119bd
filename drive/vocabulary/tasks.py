"""Kinds of task: what somebody has to do about a record, and by when."""

from drive.vocabulary.word import Word


class TaskKind(Word):
    """What is to be done. A kind names no fact about anybody."""

    REVIEW_RISE = "review_rise", "Review a rise in abuse or risk"
    READ_RISE = "read_rise", "Read about a rise in abuse or risk"
    LOCATE = "locate", "Find out where the service user is"
    CUSTODY_RELEASE = "custody_release", "Prepare for a release from custody"
    RENEW_STRATEGY = "renew_strategy", "Renew the contact strategy"
    CONSULTED = "consulted", "Answer a consultation on a contact strategy"
    AGREE_STRATEGY = "agree_strategy", "Decide on a contact strategy"
    UNPLANNED_OVERRIDE = "unplanned_override", "Look at a contact made without an agreed strategy"
    REVIEW_HOLD = "review_hold", "Review a criminal-justice hold"
    REVIEW_NON_CONTACT = "review_non_contact", "Review why there has been no contact"
    ADVISER_REVIEW = "adviser_review", "Review a case on the stalking pathway"
    SUITABILITY_REVIEW = "suitability_review", "Review whether Drive suits the service user"
    LEVER_ENDED = "lever_ended", "Look again after a lever has ended"
    PROPOSE_NEXT_STEP = "propose_next_step", "Propose a next step: nothing holds this case"
    LATE_INFORMATION = "late_information", "Read what came in after closing"
    DECIDE_HOLD = "decide_hold", "Decide on a proposed hold"
    DECIDE_PROPOSAL = "decide_proposal", "Decide on an extension, step-down or early closure"
    MOVE_APPOINTMENT = "move_appointment", "Move an appointment: the office is no longer free"
    ACCEPT_ASSESSMENT = "accept_assessment", "Check and accept an assessment"
    CORRECT_ASSESSMENT = "correct_assessment", "Put right an assessment that was returned"
    OVERSIGHT_ACTION = "oversight_action", "Do what was agreed in supervision"
    ANSWER_QUERY = "answer_query", "Answer a query about a record"
