"""The gate: how pages reach rows. Every page asks here; none asks "is he an administrator?".

What somebody may not see does not exist for him: the same 404, with the same words, as a number never given out.
"""

from typing import Any, TypeVar

from django.db.models import Model, QuerySet
from django.http import Http404

from repatria.web import policy

M = TypeVar("M", bound=Model)


def rows(user: Any, model: type[M]) -> "QuerySet[M]":
    """Give the rows of `model` that `user` can reach. A kind of thing without a rule has none.

    An account that is not signed in reaches nothing.
    """
    rule = policy.ROWS.get(model._meta.label)
    if rule is None or not getattr(user, "is_authenticated", False):
        return model._default_manager.none()
    found = model._default_manager.filter(rule(user))
    if sum(1 for uses in found.query.alias_refcount.values() if uses) < 2:
        return found
    # A person may take part in two ways (as side and as ICRC, say): the row still comes once. (DISTINCT would
    # compare whole rows, sealed values and all.)
    return model._default_manager.filter(pk__in=found.order_by().values("pk"))


def public(model: type[M]) -> "QuerySet[M]":
    """Give the rows of `model` that anybody may reach without an account; without a rule there are none."""
    rule = policy.PUBLIC_ROWS.get(model._meta.label)
    return model._default_manager.none() if rule is None else model._default_manager.filter(rule)


def one(user: Any, model: type[M], **lookup: Any) -> M:
    """Give the one row that `lookup` names, if `user` can reach it.

    Raises:
        Http404: there is none, or there is one that `user` may not reach; nobody can tell which.
    """
    try:
        return rows(user, model).get(**lookup)
    except (model.DoesNotExist, ValueError):
        raise Http404 from None


def seen(user: Any, values: dict[str, Any], *, holder: int | None, origin: int | None) -> dict[str, Any]:
    """Give those `values` about a captive that `user` may see in full, by the policy's table of sight.

    Args:
        values: column -> value, the columns of :data:`repatria.web.policy.FACTS`.
        holder: the party that holds him; `origin`: the party that he depends on.
    """
    where = policy.standing(user, holder=holder, origin=origin)
    return {
        name: value
        for name, value in values.items()
        if name in policy.FACTS and policy.sight(policy.FACTS[name], where) is policy.Sight.YES
    }
