"""From findings to judgements: key judgements with their confidence, and the case's own questions."""

from detente.judgement.answer import CheckResult, InquiryAnswer
from detente.judgement.inquiry import answer_inquiries, inquiry_problems

__all__ = ["CheckResult", "InquiryAnswer", "answer_inquiries", "inquiry_problems"]
