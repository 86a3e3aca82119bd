"""Every register, in the order in which they stand on the page of a case."""

from __future__ import annotations

from drive.web.registers.registry import children, law, places, plan, work
from drive.web.registers.registry.declaration import Register

REGISTERS: dict[str, Register] = {
    register.slug: register
    for register in (
        plan.LEVERS,
        plan.PATHWAYS,
        plan.REVIEWS,
        plan.ADVOCACY,
        places.ADJUSTMENTS,
        law.ORDERS,
        law.BREACHES,
        law.RISK_EVENTS,
        work.SESSIONS,
        work.KNOWN,
        work.REVISITS,
        work.SUPPORT,
        work.PAYMENTS,
        work.FAMILY,
        work.SELF_REPORTS,
        children.CHILDREN,
        children.STATUSES,
        children.EVENTS,
        places.WHEREABOUTS,
        places.CUSTODY,
    )
}
